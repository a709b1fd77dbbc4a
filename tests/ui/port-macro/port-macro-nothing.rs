const PORT: port_consts::Port = port_consts::port!();

fn main() {
    assert_eq!(PORT, PORT);
}
