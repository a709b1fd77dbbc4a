//! The compiler without cargo: nothing sets `CARGO_MANIFEST_DIR`.
#![cfg(unix)]

use std::process::{Command, Output};

use super::scratch;

const GUIDE: &str = include_str!("../../../../port-consts/docs/validate.md");

#[test]
fn rustc_alone_reads_the_file() {
    let scratch = scratch("plain-rustc", "2024");
    let csv = "name,port,transport\nssh,2222,tcp\n";
    scratch
        .write("ports.csv", csv)
        .write("package/ports.csv", csv)
        .write("src/lib.rs", "");
    let libraries = scratch.build_port_consts();
    let program = |path: &str| {
        format!(
            "port_consts::ports!({path:?});\n\
             fn main() {{ println!(\"{{SSH}} {{}}\", Service::COUNT); }}\n"
        )
    };
    let absolute = scratch.folder().join("ports.csv");
    scratch
        .write("main.rs", program("ports.csv"))
        .write("package/main.rs", program("ports.csv"))
        .write("absolute.rs", program(absolute.to_str().expect("UTF-8")));
    // What the guide has for a crate that is called otherwise.
    let renaming = GUIDE
        .lines()
        .find(|line| line.starts_with("extern crate ports as port_consts;"))
        .expect("the guide has the line");
    scratch.write(
        "renamed.rs",
        format!("{renaming}\n{}", program("ports.csv")),
    );

    let documented = GUIDE
        .lines()
        .find_map(|line| line.strip_prefix("$ CARGO_MANIFEST_DIR"))
        .expect("the guide has the command");
    assert!(documented.ends_with(" main.rs"));
    let libraries = libraries.to_str().expect("UTF-8");
    // The compiler that cargo was told to use.
    let compiler = std::env::var("RUSTC").unwrap_or_else(|_| "rustc".to_owned());
    let documented = format!("CARGO_MANIFEST_DIR{documented}")
        .replace("target/release", libraries)
        .replace(" rustc ", &format!(" '{compiler}' "));
    let shell = |command: &str| -> Output {
        let mut shell = Command::new("sh");
        shell
            .args(["-c", command])
            .current_dir(scratch.folder())
            .env_remove("CARGO_MANIFEST_DIR");
        shell.output().expect("sh")
    };
    let in_folder = documented.replace("=$PWD ", "=$PWD/package ");
    let absent = documented.replace("CARGO_MANIFEST_DIR=$PWD", "");
    assert!(!absent.contains("CARGO_MANIFEST_DIR"));
    let renamed = documented.replace("--extern port_consts=", "--extern ports=");
    let as_bazel = "--remap-path-prefix=$PWD=. package/main.rs";
    for (command, reads) in [
        (documented.clone(), "ports.csv"),
        (in_folder.replace("main.rs", as_bazel), "package/ports.csv"),
        (absent.replace("main.rs", "absolute.rs"), "ports.csv"),
        (renamed.replace("main.rs", "renamed.rs"), "ports.csv"),
    ] {
        let command = format!("{command} -o program --emit=link,dep-info=program.d && ./program");
        let output = shell(&command);
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{command}\n{errors}");
        assert_eq!(String::from_utf8_lossy(&output.stdout), "2222 1\n");
        // What the compiler lists is what a build system watches.
        let listed = std::fs::read_to_string(scratch.folder().join("program.d")).expect("read");
        let file = scratch.folder().join(reads);
        let file = format!("{}:", file.display());
        assert!(listed.lines().any(|line| line == file), "{file}\n{listed}");
    }

    let output = shell(&absent);
    let errors = String::from_utf8_lossy(&output.stderr);
    let words = "error: ports.csv: `CARGO_MANIFEST_DIR` is not set";
    assert!(
        !output.status.success() && errors.contains(words),
        "{errors}"
    );
}
