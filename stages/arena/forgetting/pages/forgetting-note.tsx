import { publishSum } from '@folkmoot/tally/publish-counts.ts'
import type { Reader } from '../../../../platform/http/index.ts'
import { Section } from '../../../../ui/index.ts'

import { forgettingWords } from '../messages/words.ts'
import { daysLonger } from '../rules.ts'
import type { Forgetting } from '../store.ts'

export type ForgettingNoteProps = { readonly reader: Reader; readonly forgetting: Forgetting }

/** What is forgotten on which day, for everybody to read; afterwards that it was. */
export function ForgettingNote({ reader, forgetting: { dueOn, done } }: ForgettingNoteProps) {
  if (dueOn === null) return null
  const say = forgettingWords.say(reader.lang)
  return (
    <Section id="forgetting" title={say('note.title')} size="aside">
      <p class="fm-small">{done ? saidDone(say, reader, done) : saidDue(say, reader, dueOn)}</p>
      {done ? saidLate(say, reader, done) : <p class="fm-small">{say('note.unanswered', { days: daysLonger })}</p>}
    </Section>
  )
}

type Say = ReturnType<typeof forgettingWords.say>

function saidDue(say: Say, reader: Reader, dueOn: Temporal.PlainDate): string {
  const day = reader.time.weekday(dueOn)
  return reader.time.daysLeft(dueOn) < 0
    ? say('note.waiting', { day })
    : say('note.coming', { day, left: reader.time.left(dueOn) })
}

/** Fewer than five are not counted in public. */
function saidDone(
  say: Say,
  reader: Reader,
  { doneAt, applications, addresses }: NonNullable<Forgetting['done']>,
): string {
  const day = reader.time.day(doneAt)
  return publishSum(applications) === 'few'
    ? say('note.done-few', { day, addresses })
    : say('note.done', { day, applications, addresses })
}

/** Not how many they are: that they are few would say who. */
function saidLate(say: Say, reader: Reader, { late }: NonNullable<Forgetting['done']>) {
  if (!late) return null
  const words = late.endedAt
    ? say('note.late-done', { day: reader.time.day(late.endedAt) })
    : say('note.late', { day: reader.time.weekday(late.lastOn) })
  return <p class="fm-small">{words}</p>
}
