port_consts::ports!("ui/no-such-file.csv");

fn main() {
    let _ = Service::COUNT;
}
