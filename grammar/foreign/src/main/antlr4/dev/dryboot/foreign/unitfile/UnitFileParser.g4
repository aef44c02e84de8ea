/* The logical lines of a systemd unit file. What a header or an assignment means is for the
   reader: the grammar takes every text. */
parser grammar UnitFileParser;

options { tokenVocab = UnitFileLexer; }

file : line* EOF ;

line : header
     | assignment
     | nameless
     ;

header : OPEN joined end ;

/* Without its equals sign it is a stray line. */
assignment : NAME joined (EQUALS joined)? end ;

nameless : EQUALS joined end ;

joined : (TEXT | CONTINUATION)* ;

end : END | EOF ;
