const PORT: port_consts::Port = port_consts::port!(9999);

fn main() {
    assert_eq!(PORT, PORT);
}
