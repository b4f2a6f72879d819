#!/usr/bin/env bats
# The unit of the kiosk, as systemd sees it.

setup() {
  unit=$BATS_TEST_TMPDIR/kiosk.service
  # The program need not be installed where the unit is looked at.
  sed 's#^ExecStart=.*#ExecStart=/bin/true#; /^Documentation=/d' "$BATS_TEST_DIRNAME/../package/kiosk.service" >"$unit"
}

@test "systemd has nothing to say about the unit" {
  run systemd-analyze verify "$unit"
  [ "$status" -eq 0 ]
  [ -z "$output" ]
}

@test "the exposure of the unit is 0.3 at most" {
  # The threshold is in tenths.
  run systemd-analyze security --offline=true --threshold=3 "$unit"
  [ "$status" -eq 0 ]
}

@test "the unit waits for no network and no clock" {
  run grep -E 'network.*target|time-(sync|set)' "$unit"
  [ "$status" -eq 1 ]
}
