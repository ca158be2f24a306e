import type { Child } from 'hono/jsx'
import { href } from '@folkmoot/basics/addresses.ts'
import { parseId, type Id } from '@folkmoot/basics/ids.ts'
import type { Read } from '../../../platform/db/index.ts'
import { filesAndStones } from '../../../platform/files/index.ts'
import { notFound, page, type FieldError, type Reply, type Visit } from '../../../platform/http/index.ts'
import { bylines } from '../../../platform/identity/index.ts'
import { decisionWords } from '../messages/words.ts'
import { bodyNames, crumbs, find } from '../show.tsx'
import type { Vote } from '../voting/standing.ts'
import { votesOf } from '../voting/commands.ts'
import { minutesWords } from './messages/words.ts'
import { MinutesLinks } from './pages/minutes-links.tsx'
import { MinutesPage } from './pages/minutes-page.tsx'
import * as rules from './rules.ts'
import { minutesOf, type ShownMinutes } from './store.ts'

export type OfMinutes = Visit<'decision.minutes'> | Visit<'decision.add-minutes'>

export async function findVote(visit: OfMinutes) {
  const found = await find(visit)
  const id = parseId('resolution', visit.params.vote)
  const vote = found && (await votesOf(visit.read, found.pack)).find((one) => one.id === id)
  return found && vote && { ...found, vote }
}

type Sending = {
  readonly errors?: readonly FieldError[]
  /** The document that came with the form, kept until she sends it again. */
  readonly waiting?: { readonly id: Id<'file'>; readonly name: string } | undefined
}

/** The newest minutes of one vote in words, for everybody; and for whoever writes its record, the form. */
export async function minutesPage(visit: OfMinutes, { errors = [], waiting }: Sending = {}): Promise<Reply> {
  const found = await findVote(visit)
  if (!found) return notFound()
  const { problem, vote } = found
  const all = await shownMinutes(visit.read, [vote])
  const say = minutesWords.say(visit.lang)
  const isTold = vote.source !== null || visit.jurisdiction.isTold
  return page({
    title: say('page.title'),
    crumbs: crumbs(visit, problem),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <MinutesPage
        reader={visit}
        say={say}
        sayVote={decisionWords.say(visit.lang)}
        typed={visit.form.typed}
        minutes={all.get(vote.id) ?? []}
        authors={await bylines(
          visit.read,
          (all.get(vote.id) ?? []).map(({ addedBy }) => addedBy),
        )}
        body={(await bodyNames(visit))(vote.body)}
        fileHref={(hash) => href('file', { jurisdiction: visit.jurisdiction.slug, hash })}
        mayAdd={rules.mayAddHere({ body: vote.body, isTold }, visit.actor).ok}
        action={visit.to('decision.add-minutes', visit.params)}
        {...{ vote, errors, waiting }}
      />
    ),
  })
}

/** Under the record of each of these votes. */
export async function minutesLinks(
  visit: Visit,
  slug: string,
  votes: readonly Vote[],
): Promise<ReadonlyMap<Id<'resolution'>, Child>> {
  const all = await shownMinutes(visit.read, votes)
  return new Map(
    votes.map((vote) => {
      const isTold = vote.source !== null || visit.jurisdiction.isTold
      return [
        vote.id,
        <MinutesLinks
          reader={visit}
          say={minutesWords.say(visit.lang)}
          vote={vote.id}
          newest={all.get(vote.id)?.[0]}
          mayAdd={rules.mayAddHere({ body: vote.body, isTold }, visit.actor).ok}
          fileHref={(hash) => href('file', { jurisdiction: visit.jurisdiction.slug, hash })}
          {...{ slug }}
        />,
      ]
    }),
  )
}

/** Of each of these votes, the newest first. */
export async function shownMinutes(
  read: Read,
  votes: readonly Vote[],
): Promise<ReadonlyMap<Id<'resolution'>, readonly ShownMinutes[]>> {
  const kept = await minutesOf(
    read,
    votes.map(({ id }) => id),
  )
  if (kept.length === 0) return new Map()
  const files = await filesAndStones(
    read,
    votes.map(({ about }) => about.id),
  )
  const byId = new Map(files.map((file) => [file.id, file]))
  return Map.groupBy(
    kept.map((one) => ({ ...one, document: byId.get(one.file) })),
    ({ resolution }) => resolution,
  )
}
