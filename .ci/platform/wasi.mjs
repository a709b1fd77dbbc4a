// Runs a program for WASI under Node.js: `node wasi.mjs PROGRAM ARGUMENT..`. Its entry is
// `__main_void`, as Rust calls it, which returns the exit status.
import { readFile } from "node:fs/promises";
import { argv, env, exit } from "node:process";
import { WASI } from "node:wasi";

const args = argv.slice(2);
const wasi = new WASI({ version: "preview1", args, env, preopens: { "/": "/" } });
const program = await WebAssembly.compile(await readFile(args[0]));
// No thread can be started, so nothing waits for one.
const missing = () => {
    throw new Error("there are no threads");
};
const imports = {
    ...wasi.getImportObject(),
    env: { pthread_join: missing, pthread_detach: missing },
};
const { exports } = await WebAssembly.instantiate(program, imports);
let status = 0;
const start = () => {
    status = exports.__main_void();
};
const stopped = wasi.start({ exports: { memory: exports.memory, _start: start } });
exit(status || stopped);
