# shellcheck shell=bash
# Nobody gets in over a cable: the kiosk needs no network, and no program waits for one.

network_wants() {
  want_masked ssh.service ssh.socket sshd.service
}

network_check() {
  local waiting
  if ! command -v ss >/dev/null; then
    untestable network why.no-ss
    return 0
  fi
  # The programs that ask for an address of the network (68 and 546) have to hear the answer.
  waiting=$(ss -Hltun | awk '$5 !~ /^(127\.|\[::1\])/ && !($1 == "udp" && $5 ~ /:(68|546)$/) { print $1 "/" $5 }' | paste -sd ' ')
  if [ -z "$waiting" ]; then
    passed network
  else
    failed network "$waiting"
  fi
}
