### How French writes dates, prices and opening hours.
###
### These messages are put together: a line of hours holds days and times, times hold spans, a span holds two times.
### Names of days and months and the separators of big numbers come from CLDR and need no message.

## Dates

# "lundi 7 décembre 2026"
# Variables:
#   $weekday (text): the day of the week
#   $date (text): the day, the month in letters and the year
date-long = { $weekday } { $date }
# The number of the first day of a month, inside a date.
date-first = 1er

## Prices

# Variables:
#   $amount (text): whole euros with separators, such as "1 234"
#   $euros (number): the same, to choose the plural by
price-whole = { $amount } { $euros ->
    [one] euro
   *[other] euros
 }

# "1,50 euro", "11,50 euros": the plural starts at two.
# Variables: as above, and $cents (text): always two digits
price-cents = { $amount },{ $cents } { $euros ->
    [one] euro
   *[other] euros
 }

## Opening hours: one line for all days with the same hours

# "mardi et mercredi : 9 h à 12 h"
hours-line = { $days } : { $times }

# One day, two days in a row, three to six in a row, all seven. $day, $first and $last are names of days.
hours-days-one = { $day }
hours-days-two = { $first } et { $last }
hours-days-run = du { $first } au { $last }
hours-days-all = tous les jours

# From and to. $from and $to are times, as the messages below write them.
hours-span = { $from } à { $to }
# The end is 24:00.
hours-span-midnight = { $from } à minuit
# From 00:00 to 24:00.
hours-day-and-night = jour et nuit

# "9 h" and "9 h 30". $hour (number): 0 to 23; $minute (text): always two digits
hours-time = { $hour } h
hours-time-minutes = { $hour } h { $minute }

# Two spans on one day; "comma" stands between the first ones when there are three or more.
hours-and = { $before } et { $next }
hours-comma = { $before }, { $next }

## A door now: "ouvert maintenant, jusqu'à 17 h", "ouvre mardi à 9 h". $time is a time as above.

door-open-until = c'est ouvert, jusqu'à { $time }
# The end is 24:00.
door-open-until-midnight = c'est ouvert, jusqu'à minuit
door-always = c'est ouvert jour et nuit
door-opens-today = ouvre aujourd'hui à { $time }
door-opens-tomorrow = ouvre demain à { $time }
# Within a week. $day: the day of the week.
door-opens-weekday = ouvre { $day } à { $time }
# Later. $date: a whole date.
door-opens-date = ouvre le { $date } à { $time }
door-closed = c'est fermé pour le moment
