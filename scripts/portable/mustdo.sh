#!/bin/sh
# Starts Mustdo with the Node that lies beside it, from any folder, also through a link.
self=$0
while [ -L "$self" ]; do
  link=$(readlink "$self")
  case $link in
    /*) self=$link ;;
    *) self=${self%/*}/$link ;;
  esac
done
case $self in
  */*) here=${self%/*} ;;
  *) here=. ;;
esac
exec "$here/program/node" "$here/program/mustdo.mjs" "$@"
