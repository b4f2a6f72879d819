### Helper mode: somebody sits beside the resident. Choices: at most 34 characters. Cues: at most two short sentences.

helping-start = I am helping somebody
helping-start-detail = With tips for you and more time
helping-stop = I am not helping any more
helping-stop-detail = The tips for you go away
# On every screen while it is on: at most 34 characters.
helping-on = You are helping (to stop: F1)
# Above each cue.
helping-title = For the helper

## Beside the steps of a guide and the scenes of a rehearsal room, in turn

helping-press = Let the other person press the keys.
helping-ask = Ask, do not tell: “What do you see here?”
helping-wait = Wait a little. Silence helps to think.
helping-look = Say what you see together, not which key.

## Beside the cards of a lesson, in turn

helping-read = Read together. The other person goes on when ready.
helping-own-words = Ask: “How would you say this in your own words?”

## Beside an exercise

helping-search = Let the other person search. Nothing can break here.
helping-keyboard = Leave the keyboard to the other person. Slowly is fine.
helping-mouse = Leave the mouse to the other person. Help with words.
helping-solved = Ask: “How did you do that?” Telling it helps to remember.
