### How Dutch writes dates, prices and opening hours.
###
### These messages are put together: a line of hours holds days and times, times hold spans, a span holds two times.
### Names of days and months and the separators of big numbers come from CLDR and need no message.

## Dates

# "maandag 7 december 2026"
# Variables:
#   $weekday (text): the day of the week
#   $date (text): the day, the month in letters and the year
date-long = { $weekday } { $date }
# The number of the first day of a month, inside a date.
date-first = 1

## Prices

# After a number, "euro" has no plural.
# Variables:
#   $amount (text): whole euros with separators, such as "1.234"
#   $euros (number): the same, to choose a plural by
price-whole = { $amount } euro

# Variables: as above, and $cents (text): always two digits
price-cents = { $amount },{ $cents } euro

## Opening hours: one line for all days with the same hours

# "dinsdag en woensdag: 9 tot 12 uur"
hours-line = { $days }: { $times }

# One day, two days in a row, three to six in a row, all seven. $day, $first and $last are names of days.
# "tot en met" because "tot vrijdag" leaves open whether Friday counts.
hours-days-one = { $day }
hours-days-two = { $first } en { $last }
hours-days-run = { $first } tot en met { $last }
hours-days-all = elke dag

# From and to: "uur" stands here once. $from and $to are times, as the messages below write them.
hours-span = { $from } tot { $to } uur
# The end is 24:00.
hours-span-midnight = { $from } uur tot middernacht
# From 00:00 to 24:00.
hours-day-and-night = dag en nacht

# "9" and "9.30", without "uur". $hour (number): 0 to 23; $minute (text): always two digits
hours-time = { $hour }
hours-time-minutes = { $hour }.{ $minute }

# Two spans on one day; "comma" stands between the first ones when there are three or more.
hours-and = { $before } en { $next }
hours-comma = { $before }, { $next }

## A door now: "nu open, tot 17 uur", "opent dinsdag om 9 uur". $time is a time as above.

door-open-until = nu open, tot { $time } uur
# The end is 24:00.
door-open-until-midnight = nu open, tot middernacht
door-always = dag en nacht open
door-opens-today = opent vandaag om { $time } uur
door-opens-tomorrow = opent morgen om { $time } uur
# Within a week. $day: the day of the week.
door-opens-weekday = opent { $day } om { $time } uur
# Later. $date: a whole date.
door-opens-date = opent op { $date } om { $time } uur
door-closed = nu gesloten
