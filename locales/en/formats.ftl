### How English writes dates, prices and opening hours.
###
### These messages are put together: a line of hours holds days and times, times hold spans, a span holds two times.
### Names of days and months and the separators of big numbers come from CLDR and need no message.

## Dates

# "Monday 7 December 2026"
# Variables:
#   $weekday (text): the day of the week
#   $date (text): the day, the month in letters and the year
date-long = { $weekday } { $date }
# The number of the first day of a month, inside a date.
date-first = 1

## Prices

# Variables:
#   $amount (text): whole euros with separators, such as "1,234"
#   $euros (number): the same, to choose the plural by
price-whole = { $amount } { $euros ->
    [one] euro
   *[other] euros
 }

# "1.50 euros": with cents, always the plural.
# Variables: as above, and $cents (text): always two digits
price-cents = { $amount }.{ $cents } euros

## Opening hours: one line for all days with the same hours

# "Tuesday and Wednesday: 9:00 to 12:00"
hours-line = { $days }: { $times }

# One day, two days in a row, three to six in a row, all seven. $day, $first and $last are names of days.
hours-days-one = { $day }
hours-days-two = { $first } and { $last }
hours-days-run = { $first } to { $last }
hours-days-all = every day

# From and to. $from and $to are times, as the messages below write them.
hours-span = { $from } to { $to }
# The end is 24:00.
hours-span-midnight = { $from } to midnight
# From 00:00 to 24:00.
hours-day-and-night = day and night

# "9:00" and "9:30": 24 hours, as on all doors in Brussels. $hour (number): 0 to 23; $minute (text): always two digits
hours-time = { $hour }:00
hours-time-minutes = { $hour }:{ $minute }

# Two spans on one day; "comma" stands between the first ones when there are three or more.
hours-and = { $before } and { $next }
hours-comma = { $before }, { $next }

## A door now: "open now, until 17:00", "opens Tuesday at 9:00". $time is a time as above.

door-open-until = open now, until { $time }
# The end is 24:00.
door-open-until-midnight = open now, until midnight
door-always = open day and night
door-opens-today = opens today at { $time }
door-opens-tomorrow = opens tomorrow at { $time }
# Within a week. $day: the day of the week.
door-opens-weekday = opens { $day } at { $time }
# Later. $date: a whole date.
door-opens-date = opens on { $date } at { $time }
door-closed = closed for now
