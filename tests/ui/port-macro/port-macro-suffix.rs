const PORT: port_consts::Port = port_consts::port!(443u8);

fn main() {
    assert_eq!(PORT, PORT);
}
