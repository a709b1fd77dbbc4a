const PORT: port_consts::Port = port_consts::port!("80-99");

fn main() {
    assert_eq!(PORT, PORT);
}
