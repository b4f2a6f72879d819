### What was counted, for staff: `kiosk indicators view`. Residents never see it.
### Titles have at most 38 characters, choices at most 34.

figures-title = What was counted
# $place is one of the three messages below.
figures-intro = { $place }. Numbers are rounded to the nearest 5.
figures-this-kiosk = This kiosk
figures-site = Place { $code }
figures-kiosks =
    { $number ->
        [one] { $number } kiosk
       *[other] { $number } kiosks together
    }
# Where some kiosks did not send a month.
figures-heard = Kiosks that sent their figures: { $heard } of { $number }. So all numbers are lower.
figures-heard-about = Behind a month: how many of the kiosks sent their figures. With fewer kiosks, numbers are lower.
# "March 2026 (9 of 10)"
figures-month-heard = { $month } ({ $heard } of { $number })
figures-none = No month is closed yet. Figures come when a month is over and closed.
# Stands above the keys on every screen.
figures-made-up = Made-up visits, for a demonstration
figures-choose = { $month }. Choose a line.
# "Visits: 120"
figures-choice = { $name }: { $value }
# "most often by phone"
figures-most = most often { $name }
# Several have the highest number.
figures-several = several alike
# "35 begun"
figures-first = { $value } { $part }
figures-earlier = Month before: { $month }
figures-later = Month after: { $month }
figures-all-months = See all months

## Numbers

figures-fewer = fewer than 10
# The same beside the columns of a chart, where there is no room for words.
figures-scale-low = <10
figures-unknown = not known
figures-hours = { $hours } hours

## How a number went over the months

figures-course = { $name }, month by month
figures-course-words = From { $from } to { $to }. Lowest: { $low }. Highest: { $high }.
figures-course-even = From { $from } to { $to }. Each month: { $high }.

## What is counted

figures-visits = Visits
figures-visits-about = A visit begins when somebody chooses a language. Somebody who comes ten times is ten visits.
figures-engaged = Visits that opened something
figures-engaged-about = Visits that opened an explanation, a lesson, an exercise or the questions.
figures-languages = Languages
figures-languages-about = The language at the end of each visit.
figures-groups = Areas
figures-groups-about = How often explanations of each area were opened.
figures-guides = Guides
figures-guides-about = Explanations whose steps were begun, and those that were read to the end.
figures-guides-begun = begun
figures-guides-done = read to the end
figures-searches = Searches
figures-searches-about = Visits in which a search found something, and those in which it found nothing.
figures-searches-hit = with a result
figures-searches-zero = without a result
figures-people = A person
figures-people-about = How often visitors looked for a way to talk to a person.
figures-people-counter = at the counter
figures-people-phone = by phone
figures-people-post = by post
figures-people-near = at a place nearby
figures-lessons = Lessons
figures-lessons-about = Lessons that were begun, and those that were followed to the end.
figures-lessons-begun = begun
figures-lessons-done = to the end
figures-machine = Kiosk
figures-machine-about = The opening hours of the place, and how many of them the kiosk was running.
figures-machine-on = running
figures-machine-open = place open
