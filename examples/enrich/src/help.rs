//! What `--help` says below the options.

/// The formats, what comes of them, and the exit status.
pub(crate) const FORMATS: &str = "\
Formats:
  A capture, pcap or pcapng, is told by its first bytes, a log by its first lines.

  --format   what it is                      what is added to a line
  plain      SOURCE DESTINATION TRANSPORT     443/tcp (https)
  zeek       Zeek's logs with #fields        a column port_service
  zeek-json  Zeek's logs as JSON             a member \"port_service\"
  vpc        AWS VPC flow logs               a column port_service
  eve        Suricata's eve.json             a member \"port_service\"
  ss         what ss prints                   443/tcp (https)
  netstat    what netstat prints              443/tcp (https)
  conntrack  what conntrack -L, -E print      443/tcp (https)
  netflow    NetFlow as CSV (nfdump -o csv)  a column port_service

  A plain line has white space or commas between its fields:
    51234 443 tcp
    10.0.0.7:51234,[2001:db8::1]:443,6,and,more
  A source or destination is a port, or an address with a port behind its last colon. A
  transport is tcp, udp, sctp or dccp, or its protocol number in IP: 6, 17, 132 or 33. What
  follows is kept. Empty lines and those that begin with # are kept as they are.

  vpc has a line of titles or the default order. ss -t and ss -u do not print the transport:
  UNCONN is udp, the rest tcp.

Which end has the service:
  The end that a TCP connection was opened to, where a capture has its SYN or a log says it.
  Otherwise the two numbers decide. A flow whose ports have no service gets a - (in JSON,
  null). Of a capture, each packet that has ports makes a line.

Exit status: 0 if everything was understood, 1 if some lines were malformed, and passed
through as they were, if some packets have a link type that is not read, or if a capture
ends within a packet, 2 if the input can't be read or the output can't be written.";
