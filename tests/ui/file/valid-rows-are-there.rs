// The good row is there all the same: no "cannot find value" for it.
port_consts::ports!("ui/file/valid-rows-are-there.csv");

const SHELL: port_consts::Port = SSH;

fn main() {
    assert_eq!(Service::from_name("ssh").map(Service::port), Some(SHELL));
}
