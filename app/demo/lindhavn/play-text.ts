import type { Actor } from '@folkmoot/basics/actor.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import { accept } from '@folkmoot/basics/result.ts'
import { takeStand, writeMinorityText } from '../../../stages/draft/commands.ts'
import { recommendationsOf, type Recommendation } from '../../../stages/draft/index.ts'
import { citeFrom } from '../../../stages/draft/text/citing.ts'
import type { TextContent } from '../../../stages/draft/text/document.ts'
import { saveVersion } from '../../../stages/draft/text/saving.ts'
import { typeText } from '../../../stages/draft/text/typing.ts'
import type { Problem } from '../../../stages/problem/index.ts'
import { done } from './done.ts'
import { playAmendments, playMargin } from './play-margin.ts'
import type { Seated } from './play-inquiry.ts'
import type { Lindhavn } from './found.ts'
import type { ClauseScript, RecommendationScript, VersionScript, WorkScript } from './script.ts'

/** Ids of what was said, in the order of the script. */
export type Sources = {
  readonly ideas: readonly string[]
  readonly statements: readonly string[]
  readonly questions: readonly string[]
  readonly facts: readonly string[]
  /** By meeting and point, as `3.1`. */
  readonly points: ReadonlyMap<string, string>
}

export function chairOf(seated: Seated): Actor {
  const chair = [...seated.values()].find(({ roles }) => roles.some(({ name }) => name === 'arena-chair'))
  if (!chair) throw new Error('the group has no chair')
  return chair
}

type Playing = {
  readonly script: WorkScript
  readonly sources: Sources
  /** Everybody with a seat, with the roles she has in this arena; by account. */
  readonly seated: Seated
}

/** The common text: each recommendation by who proposed it, then what others made of the text, then where members stand. */
export async function playText(town: Lindhavn, problem: Problem, { script, sources, seated }: Playing): Promise<void> {
  const play = { town, problem, sources, seated }
  for (const recommendation of script.recommendations) await propose(play, recommendation)
  for (const version of script.versions ?? []) await change(play, version)
  if (script.margin) await playAmendments(play, script.margin)
  const versions = script.versions ?? []
  for (const recommendation of script.recommendations)
    await stand(
      play,
      recommendation,
      Math.min(recommendation.ago, ...versions.map(({ ago }) => ago), script.margin ? 14 : recommendation.ago),
    )
  if (script.margin) await playMargin(play, script.margin)
}

type Play = Omit<Playing, 'script'> & { readonly town: Lindhavn; readonly problem: Problem }
type Author = VersionScript['by']

/** A member, or a facilitator as staff; for who has no seat the chair puts it into the text. */
function actorOf({ town, seated }: Play, who: Author): Actor {
  const actor = town.people[who]
  return seated.get(actor.account ?? '') ?? (who === 'facilitator' ? actor : chairOf(seated))
}

async function propose(play: Play, { by, ago, title, clauses }: RecommendationScript): Promise<void> {
  const section = sectionOf('recommendation', title, clauses)
  await write(play, { by, ago, reason: `We propose: ${title}` }, (now) => ({ sections: [...now.sections, section] }))
  await cite(play, { by, ago }, [[section, clauses]])
}

async function change(play: Play, version: VersionScript): Promise<void> {
  const passages = (version.passages ?? []).map(({ heading, before, clauses }) => ({
    before,
    clauses,
    section: sectionOf('passage', heading, clauses),
  }))
  await write(play, version, (now) => {
    const sections = rewritten(now, version).sections.flatMap((one) => [
      ...passages.filter(({ before }) => before === one.heading).map(({ section }) => section),
      one,
    ])
    return {
      sections: [...sections, ...passages.filter(({ before }) => before === undefined).map(({ section }) => section)],
    }
  })
  await cite(
    play,
    version,
    passages.map(({ section, clauses }) => [section, clauses]),
  )
}

function rewritten({ sections }: TextContent, { rewrite = [], takeOut = [] }: VersionScript): TextContent {
  const words = new Map(rewrite)
  for (const text of [...words.keys(), ...takeOut])
    if (!sections.some(({ clauses }) => clauses.some((clause) => clause.text === text)))
      throw new Error(`nothing in the text reads: ${text}`)
  return {
    sections: sections.map((section) => ({
      ...section,
      clauses: section.clauses
        .filter(({ text }) => !takeOut.includes(text))
        .map((clause) => ({ ...clause, text: words.get(clause.text) ?? clause.text })),
    })),
  }
}

type Section = TextContent['sections'][number]

function sectionOf(kind: Section['kind'], heading: string, clauses: readonly ClauseScript[]): Section {
  return { id: newId('section'), kind, heading, clauses: clauses.map(({ text }) => ({ id: newId('clause'), text })) }
}

async function write(
  play: Play,
  { by, ago, reason }: Pick<VersionScript, 'by' | 'ago' | 'reason'>,
  change: (now: TextContent) => TextContent,
): Promise<void> {
  const { town, problem } = play
  const [database, actor] = [town.daysAgo(ago), actorOf(play, by)]
  const at = { slug: problem.slug }
  await done(reason, typeText(database, actor, { ...at, change: (now) => accept(change(now)) }))
  await done(reason, saveVersion(database, actor, { ...at, reason }))
}

async function cite(
  play: Play,
  { by, ago }: { readonly by: Author; readonly ago: number },
  sections: readonly (readonly [Section, readonly ClauseScript[]])[],
): Promise<void> {
  const { town, problem, sources } = play
  for (const [section, clauses] of sections) {
    for (const [i, clause] of clauses.entries()) {
      const { text, ideas = [], statements = [], questions = [], facts = [], points = [] } = clause
      const id = section.clauses[i]?.id
      const cites = [
        ...ideas.map((one) => sources.ideas[one - 1] ?? ''),
        ...statements.map((one) => sources.statements[one - 1] ?? ''),
        ...questions.map((one) => sources.questions[one - 1] ?? ''),
        ...facts.map((one) => sources.facts[one - 1] ?? ''),
        ...points.map(([meeting, item]) => sources.points.get(`${meeting}.${item}`) ?? ''),
      ]
      if (!id || cites.length === 0) continue
      await done(text, citeFrom(town.daysAgo(ago), actorOf(play, by), { slug: problem.slug, clause: id, cites }))
    }
  }
}

/** Where everybody stands on the text as it is in the end, and what those say who disagree. */
async function stand(play: Play, script: RecommendationScript, ago: number): Promise<void> {
  const { town, problem, seated } = play
  const found = await theOne(play, script.title)
  const database = town.daysAgo(ago)
  const at = { slug: problem.slug, number: found.number }
  const against = new Set((script.against ?? []).map((key) => town.people[key].account as string))
  const silent = new Set((script.silent ?? []).map((key) => town.people[key].account as string))
  for (const [account, member] of seated) {
    if (silent.has(account)) continue
    const choice = against.has(account) ? 'disagree' : 'agree'
    await done(script.title, takeStand(database, member, { ...at, version: found.versions.length, choice }))
  }
  const [dissenter] = [...against]
  const writer = dissenter ? seated.get(dissenter) : undefined
  if (script.minorityText && writer)
    await done(script.title, writeMinorityText(database, writer, { ...at, text: script.minorityText }))
}

async function theOne({ town, problem }: Play, title: string): Promise<Recommendation> {
  const all = await recommendationsOf(town.database.read(town.place.id), problem.id)
  const found = all.find((one) => one.title === title)
  if (!found) throw new Error(`no recommendation ${title}`)
  return found
}
