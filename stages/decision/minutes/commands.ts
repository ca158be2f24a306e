import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import type { Database } from '../../../platform/db/index.ts'
import { keepFile, type CleanFile } from '../../../platform/files/index.ts'
import { record } from '../facts.ts'
import { inPackage, type PackageMissing } from '../in-package.ts'
import { putIn } from '../voting/standing.ts'
import { votesOf } from '../voting/commands.ts'
import * as answerStore from '../answers/store.ts'
import * as rules from './rules.ts'
import { minutesOf, putMinutes } from './store.ts'

export type MinutesInput = {
  readonly slug: string
  readonly resolution: Id<'resolution'>
  readonly file: CleanFile | undefined
  readonly text: string
  readonly language: string
}

export type MinutesMissing = PackageMissing | 'no-such-vote'

/** A correction is a version of its own: what was there before stays to be read. */
export function addMinutes(
  database: Database,
  actor: Actor,
  { slug, resolution, file, text, language }: MinutesInput,
): Promise<Result<{ readonly version: number }, rules.MinutesRefusal | MinutesMissing>> {
  return inPackage(database, actor, slug, async (tx, { problem, pack }) => {
    const vote = (await votesOf(tx, pack)).find((one) => one.id === resolution)
    if (!vote) return refuse('no-such-vote')
    const minuted = { body: vote.body, isTold: vote.source !== null }
    const allowed = rules.addMinutes(minuted, { hasFile: file !== undefined, text }, actor)
    if (!allowed.ok) return allowed
    if (!file) return refuse('minutes-missing')
    const { by, isStaff } = allowed.value
    const version = ((await minutesOf(tx, [vote.id]))[0]?.version ?? 0) + 1
    const kept = await keepFile(tx, { file, about: vote.about, alt: '', by: by.account })
    await putMinutes(tx, {
      resolution: vote.id,
      version,
      file: kept,
      text,
      language,
      addedBy: by.account,
      isStaff,
    })
    const items = await answerStore.itemsOf(tx, [pack.id])
    await record(tx, {
      kind: 'decision.minutes-added',
      problem: problem.id,
      public: {
        body: vote.body,
        reference: vote.reference,
        answers: putIn(vote, items).map(({ number, ballot }) => ({ number, version: ballot })),
        version,
        sha256: file.hash,
        isStaff,
      },
      // A document can name people: what it says in words can be erased, its hash says nothing.
      secret: { text, name: file.name, addedBy: by.account },
      time: 'exact',
    })
    return accept({ version })
  })
}
