const PORT: port_consts::Port = port_consts::port!(99999);

fn main() {
    assert_eq!(PORT, PORT);
}
