#!/bin/sh
# Checks a folder of plans for somebody who does not use a terminal.
case $0 in
  */*) here=${0%/*} ;;
  *) here=. ;;
esac
echo 'Drag the folder with your plans into this window, then press Enter.'
echo 'Press Enter alone to see a sample.'
# A Terminal writes a blank in a dragged name as "\ ", which read takes away; some others write quotation marks.
# shellcheck disable=SC2162
read plans
case $plans in
  \'*\') plans=${plans#\'} plans=${plans%\'} ;;
esac
echo
"$here/mustdo" check -- "${plans:-$here/samples/getting-started}"
echo
echo 'Press Enter to close.'
read -r _
