/* The physical lines of a systemd unit file (systemd 257, conf-parser.c and read_line()): what
   ends a line, what is a comment, and when a backslash carries a line on. */
lexer grammar UnitFileLexer;

BOM : '\uFEFF' -> skip ;
BLANK : [ \t]+ -> skip ;
COMMENT : [#;] ANY* -> skip ;
LINE_END : EOL -> skip ;
CONTINUED_BLANK : CARRY -> skip ;
OPEN : '[' -> mode(HEADER_MODE) ;
NAMELESS : '=' -> type(EQUALS), mode(VALUE_MODE) ;
NAME : (~[ \t\r\n\u0000\\#;[=\uFEFF] | PAIR) (~[\r\n\u0000\\=] | PAIR)* -> mode(NAME_MODE) ;

mode HEADER_MODE ;
HEADER_TEXT : (~[\r\n\u0000\\] | PAIR)+ -> type(TEXT) ;
HEADER_CARRY : CARRY -> type(CONTINUATION) ;
HEADER_END : EOL -> type(END), mode(DEFAULT_MODE) ;

mode NAME_MODE ;
EQUALS : '=' -> mode(VALUE_MODE) ;
NAME_TEXT : (~[\r\n\u0000\\=] | PAIR)+ -> type(TEXT) ;
NAME_CARRY : CARRY -> type(CONTINUATION) ;
NAME_END : EOL -> type(END), mode(DEFAULT_MODE) ;

mode VALUE_MODE ;
TEXT : (~[\r\n\u0000\\] | PAIR)+ ;
CONTINUATION : CARRY ;
END : EOL -> mode(DEFAULT_MODE) ;

fragment ANY : ~[\r\n\u0000] ;
/* A line ends at CR, LF or both in either order, or at NUL. */
fragment EOL : '\r' '\n'? '\u0000'? | '\n' '\r'? '\u0000'? | '\u0000' ;
/* A backslash protects the character behind it, and only an unprotected one carries a line on. */
fragment PAIR : '\\' ANY ;
/* Comment lines between a carried line and the next are dropped. */
fragment CARRY : '\\' (EOL ([ \t]* [#;] ANY* EOL)* ([ \t]* [#;] ANY* EOF)? | EOF) ;
