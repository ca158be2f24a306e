import type { Id } from '@folkmoot/basics/ids.ts'
import type { Read } from '../../../platform/db/index.ts'
import { hiddenAmong } from '../../../platform/moderation/index.ts'
import { encountersWith, meetingsAttended, type Encounter, type Meeting } from '../../meeting/index.ts'
import { questionsTo, type Question } from '../questions/store.ts'

/** Before there were such pages. */
const everSince = Temporal.Instant.from('2000-01-01T00:00:00Z')

/** Meetings of this case she came to, the latest first: what a note can come from. */
export async function meetingsHeard(
  read: Read,
  person: Id<'person'>,
  problem: Id<'problem'>,
): Promise<readonly Meeting[]> {
  return (await meetingsAttended(read, person, everSince)).filter((meeting) => meeting.problem === problem)
}

type Held = { readonly problem: Id<'problem'>; readonly now: Temporal.Instant }

/** Talks and visits she held, on this case or on none in particular. */
export async function encountersHeld(
  read: Read,
  person: Id<'person'>,
  { problem, now }: Held,
): Promise<readonly Encounter[]> {
  return (await encountersWith(read, person)).filter(
    (one) =>
      one.cancelledAt === null &&
      (one.problem === null || one.problem === problem) &&
      Temporal.Instant.compare(one.endsAt, now) <= 0,
  )
}

/** Questions of this case she was asked, without those whose words are hidden. */
export async function questionsHeard(
  read: Read,
  person: Id<'person'>,
  problem: Id<'problem'>,
): Promise<readonly Question[]> {
  const questions = (await questionsTo(read, person)).filter((question) => question.problem === problem)
  const hidden = await hiddenAmong(
    read,
    questions.map(({ id }) => id),
  )
  return questions.filter(({ id }) => !hidden.has(id))
}
