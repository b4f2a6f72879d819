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
  waiting=$(ss -Hltn | awk '$4 !~ /^(127\.|\[::1\])/ { print $4 }' | paste -sd ' ')
  if [ -z "$waiting" ]; then
    passed network
  else
    failed network "$waiting"
  fi
}
