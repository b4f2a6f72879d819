### The words of the report of published figures. A kiosk does not say them: the coordinator's commands alone do.

## The page

report-title = The help kiosks of Brussels, { $period }
report-language = Language
report-visits-not-persons = We count visits, not persons. Somebody who comes ten times is ten visits.
report-three = In three sentences
    .month = The month in three sentences
    .quarter = The quarter in three sentences
    .year = The year in three sentences
report-seven = Seven figures
report-how = How to read
report-how-1 = The blue bar is this period. The grey ones are those before.
report-how-2 = Hatched: withheld to protect visitors. That is not zero.
report-how-3 = "Higher" and "lower": only where rounding cannot explain the difference.
report-how-4 = These figures rank nobody: neither sites nor visitors.
report-contents = On this page
report-no-figure = no figure
report-percent = { $number } %
report-elsewhere = Elsewhere

## Periods. $month: its name; $quarter: 1 to 4

report-months-short = Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec.
report-month = { $month } { $year }
report-quarter = { $quarter ->
    [1] 1st
    [2] 2nd
    [3] 3rd
   *[other] 4th
 } quarter of { $year }
report-quarter-short = Q{ $quarter } { $year }

## Three sentences. $now: this figure; $before: that of the period before

report-sentence-reach =
    .more = Visitors opened something in { $now } visits: more than before ({ $before }).
    .fewer = Visitors opened something in { $now } visits: fewer than before ({ $before }).
    .same = Visitors opened something in { $now } visits: about as many as before ({ $before }).
    .alone = Visitors opened something in { $now } visits.
    .none = Nothing can be said about the number of visits.
report-sentence-guides =
    .more = Of the guides begun, { $now } % were read to the end: more than before ({ $before } %).
    .fewer = Of the guides begun, { $now } % were read to the end: less than before ({ $before } %).
    .same = Of the guides begun, { $now } % were read to the end: about as before ({ $before } %).
    .alone = Of the guides begun, { $now } % were read to the end.
    .none = Nothing can be said about the guides.
report-sentence-unmet =
    .more = { $now } % of the searches found nothing: more than before ({ $before } %).
    .fewer = { $now } % of the searches found nothing: less than before ({ $before } %).
    .same = { $now } % of the searches found nothing: about as before ({ $before } %).
    .alone = { $now } % of the searches found nothing.
    .none = Nothing can be said about the searches.
report-only = Only: { $period }.

## Seven tiles: reading, change, and how sure

report-read-reach = Something was opened in { $opened } of { $visits } visits.
report-read-languages = The language chosen most: { $language }, { $share } % of visits.
report-read-essential = { $share } % of the openings were about administration, money or health.
report-read-guides = Of the guides begun, { $share } % were read to the end.
report-read-person = Choices for 100 guides begun: counter { $counter }, phone { $phone }, post { $post }.
report-read-unmet = { $share } % of the searches found nothing.
report-read-availability = Half of the kiosks worked { $middle } % of their opening hours or more. The lowest one: { $least } %.
report-trend =
    .more = Higher than before: { $before } ({ $period }).
    .fewer = Lower than before: { $before } ({ $period }).
    .same = About as before: { $before } ({ $period }).
    .alone = No comparison possible.
report-change =
    .more = higher than before: { $before }
    .fewer = lower than before: { $before }
    .same = about as before: { $before }
    .alone = no comparison
report-alt-spark = From { $old } ({ $from }) to { $new } ({ $to }).
report-sure-sites = { $reporting } of { $expected } sites.
report-sure-count = Rounded to a multiple of 5.
report-sure-share = Made of rounded numbers.
report-sure-exact = Counted by machines, not rounded.
report-flag-break = The series is a new one from here on.
report-flag-experimental = Experimental.
report-flag-not-collected = Exists, but was not collected. That is not zero.
report-flag-impossible = Cannot exist there.
report-flag-withheld = Withheld to protect visitors. That is not zero.
report-flag-unreliable = Not very reliable: made of small numbers, or a daily limit was reached.

## The nine directions

report-directions = The nine directions
report-directions-intro = The Region sorts its digital projects by five dimensions and four conditions. Kiosks see only a part of each one.
report-dimension = dimension
report-condition = condition
report-can = What the kiosks say:
report-cannot = What they cannot say:
report-indicators = Indicators:
report-conn =
    .can = Some visitors say whether they have internet at home.
    .cannot = Who has a connection in Brussels, and how fast it is.
report-hc =
    .can = What people did online lately, for those who took the check. Which lessons were done to the end.
    .cannot = How skilled the people of Brussels are. Nobody knows who takes a check, or how often.
report-ui =
    .can = Which services people look for, and how often.
    .cannot = Whether they use these services afterwards.
report-idt =
    .can = Nothing: the kiosks are for residents.
    .cannot = How firms use digital technology.
report-dps =
    .can = Where residents succeed, where they stop, and when they want a person.
    .cannot = Whether the request succeeded at the service itself.
report-c1 =
    .can = How often one visit touches several levels of government.
    .cannot = How well administrations work together.
report-c2 =
    .can = Which content the sites share, and whether the machines work.
    .cannot = What sharing costs or saves.
report-c3 =
    .can = In which language, at what time and where people come, and with what help.
    .cannot = Who does not come. No site is better or worse: place and hours decide.
report-c4 =
    .can = What people open in each language. Skills by the European rule, in European formats.
    .cannot = Where people come from: nobody asks them.

report-among = { $name } and others

## Charts: what one sees. $value: a figure; $name: what it is about

report-chart-silent = { $what }: no value ({ $why })
report-chart-none = { $what }: { report-no-figure }
report-chart-home-net = Internet at home, the answer given most often: { $name } ({ $value })
report-chart-areas = Checks at basic level or above, the strongest area: { $name }, { $value } %
report-chart-lessons = The lesson done to the end most often: { $name } ({ $value })
report-chart-ages = The age given most often: { $name } ({ $value })
report-chart-visits = { $visits } visits; something was opened in { $opened }
report-chart-reach = Something was opened in { $value } visits per 100 opening hours of the kiosks
report-chart-demand = Opened most often: { $name } ({ $value } times)
report-chart-guides = { $value } % of the guides begun were read to the end
report-chart-guide-services = The guide that is read to the end least: { $name }, { $value } %
report-chart-steps = The largest share of stops at one step: { $name }, { $value } %
report-chart-person = For 100 guides begun: counter { $counter }, phone { $phone }, post { $post }
report-chart-unmet = { $value } % of the searches found nothing
report-chart-topics = When nothing was found, this topic was chosen most: { $name } ({ $value })
report-chart-levels = { $value } % of the visits in which something was opened touch several levels of government
report-chart-sites = { $reporting } of { $expected } sites reported
report-chart-availability = Half of the kiosks: { $middle } % or more; the lowest: { $least } %
report-chart-languages = The language chosen most: { $name }, { $value } % of visits
report-chart-map = Sites in their communes: up to { $value } visits at one site
report-chart-panels = How the visits of each site went, commune by commune
report-chart-day-parts = Most visits: { $name } ({ $value })
report-chart-aids = The aid that is used most: { $name }, { $value } %
report-chart-by-language = Opened most in one language: { $name }, { $language } ({ $value })

report-measure-answers = Voluntary answers
report-measure-checks = Checks at basic level or above, % of complete checks
report-measure-lessons = Lessons done to the end
report-measure-visits = Visits
report-measure-rate = Visits in which something was opened, per 100 opening hours of the kiosks
report-measure-openings = Openings
report-measure-guides = Read to the end, % of guides begun
report-measure-steps = Stops at this step, % of guides begun
report-measure-person = Choices of a way to a person, per 100 guides begun
report-measure-searches = Searches that found nothing, % of searches
report-measure-choices = Choices
report-measure-levels = Several levels, % of visits in which something was opened
report-measure-sites = Sites
report-measure-availability = Time that each kiosk works, % of its opening hours
report-measure-languages = Visits in a language, % of visits
report-measure-visits-site = Visits at each site
report-measure-aids = Visits with an aid, % of visits in which something was opened
report-measured = { $what }, { $when }
report-from-to = { $from } to { $to }

## Facts without a chart

report-fact-checks = Of the checks begun, { $value } % were done to the end ({ $period }).
report-fact-shared = { $value } % of the services have the same version at two sites or more ({ $period }).
report-fact-essential = { $value } % of the openings were about essential services ({ $period }).
report-fact-assisted = Somebody helped in { $value } % of the visits in which something was opened ({ $period }).
report-fact-outside = { $value } % of the visits were in the evening or at the weekend ({ $period }).
report-fact-first = "First time here", said { $value } % of those who answered ({ $period }).
report-fact-other-languages = { $value } % of the visits were in another language than French, Dutch or English ({ $period }).

report-alt = Chart: { $title }. The numbers are in the table.
report-to-table = Table of the numbers
report-nothing-to-draw = Nothing to draw: all values are withheld or were not collected.
report-hatched = Hatched: withheld to protect visitors. That is not zero.
report-more-in-table = The table has more.
report-no-ranking = This is no ranking of sites: place and hours decide.
report-top-line = The upper line of each panel: { $number }
report-up-to = up to { $number }

## Tables

report-tables = Tables
report-tables-intro = A letter behind a number says how to take it. A dash: there is no figure.
report-column-name = What
report-column-value = Value
report-column-period = Period
report-column-site = Site
report-column-commune = Commune
report-column-kiosk = Kiosk
report-column-indicator = Indicator
report-column-area = Area
report-column-year = Year of the survey
report-column-percent = Residents from 16 to 74
report-column-source = Source

## Method

report-method = How the figures are made
report-method-1 = The unit is the visit. The kiosk recognises nobody and keeps no list of visits.
report-method-2 = Each kiosk keeps counters by month. Nothing that somebody types is kept.
report-method-3 = Kiosks close their months. The coordinator adds them up.
report-method-4 = Each count is rounded to a multiple of 5. A secret draw decides: up or down. The result is at most 4 away from the true one.
report-method-5 = Below 10, counts are withheld. For answers about oneself and for aids, below 20.
report-method-6 = Counts from fewer than 5 days are withheld too. So are those that would betray others.
report-method-7 = Totals are rounded by themselves. So parts do not always add up.
report-method-8 = Shares are made of published counts alone. Where one of these is withheld, the share is too. Where the whole is below 50, the share is withheld. From 50 to 99 it has a warning. For the steps of a guide, the whole must be at least 100. For visits per 100 opening hours, these numbers are about the visits. Figures about machines and content are not rounded.
report-method-9 = "Higher" and "lower" are said only where rounding cannot explain the difference.
report-misuse = What these figures must not be used for
report-misuse-1 = No ranking of libraries. The place, the room and the hours decide.
report-misuse-2 = No target for the ways to a person. The law keeps the counter, the phone and the post open.
report-misuse-3 = No result of one person to staff, and no search for it.
report-misuse-4 = No link with loan cards, cameras or Wi-Fi.
report-misuse-5 = No view by language for the staff of one site.
report-misuse-6 = No experiments on visitors.
report-misuse-7 = No other tables on request. Each new table can betray an old one.

## Definitions, official figures, cautions

report-definitions = Definitions of the indicators
report-official = Official figures, and how to read them
report-official-intro = They are about residents who were asked at home. They are no yardstick for visits to a kiosk.
report-area-be1 = Brussels
report-area-be = Belgium
report-area-eu27-2020 = European Union
report-computed = computed here by the rule of the source
report-caveats = Cautions about the check of skills
report-caveats-intro = The check uses the rule of Eurostat. Never compare it with the official figure as if it were the same.
report-caveat-1 = Those who take the check choose to. The survey draws households at random.
report-caveat-2 = We count checks, not persons. Somebody may take it twice.
report-caveat-3 = The screen stands in public, perhaps with a helper beside it.
report-caveat-4 = Only checks from 16 to 74 years may stand beside the official figure.
report-caveat-5 = The check asks what people did, not what they can do.
report-caveat-6 = The official figure for Brussels is several points uncertain too.
report-caveat-7 = The list of activities changes over the years. Ours is that of 2025.
report-caveat-8 = People who are never online seldom come. Those who need no help do not come either.
