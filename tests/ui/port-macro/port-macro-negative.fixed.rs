const PORT: port_consts::Port = port_consts::port!(1);

fn main() {
    assert_eq!(PORT, PORT);
}
