const PORT: port_consts::Port = port_consts::port!("tcp/443");

fn main() {
    assert_eq!(PORT, PORT);
}
