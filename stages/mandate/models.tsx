import type { Id } from '@folkmoot/basics/ids.ts'
import { elections, levels, membersOf, todayIn, type Level } from '../../platform/directory/index.ts'
import { notFound, page, type FieldError, type Reply, type Visit } from '../../platform/http/index.ts'
import { affectedActors } from '../problem/index.ts'
import { readTerms, typedTerms } from './form.ts'
import { mandateWords } from './messages/words.ts'
import { profilesFor, termsByModel } from './model-terms.ts'
import { changesBetween, type ChangedLine, type MandateWriter } from './pages/lines.ts'
import { ModelPage } from './pages/model-page.tsx'
import { ModelsPage } from './pages/models-page.tsx'
import type { Preset } from './preset.ts'
import { presetByName, presets } from './presets.ts'
import type { SeatProfile, Terms } from './rules.ts'
import { crumbsTo, findCase, writerOf, type AtProblem, type Case } from './show.tsx'
import { noTerms } from './terms.ts'
import { timetableFor, type Timetable } from './timetable.ts'

/** The way from a model to a draft: all models, one model with the few things it cannot know, and what came of the form. */

export async function modelsPage(visit: AtProblem): Promise<Reply> {
  const found = await findCase(visit)
  if (!found) return notFound()
  const { problem } = found
  const writer = writerOf(visit, found)
  return page({
    title: writer.say('models.title'),
    crumbs: crumbsTo(visit, problem, writer.say),
    body: <ModelsPage {...writer} problem={problem} levels={levelsFrom(visit.jurisdiction.level)} />,
  })
}

/** A place's own level first, then the others from the smallest to the largest. */
function levelsFrom(own: Level) {
  return [own, ...levels.filter((level) => level !== own)].map((level) => ({
    level,
    presets: presets.filter((preset) => preset.level === level),
  }))
}

export type AtModel = AtProblem & { readonly params: { readonly problem: string; readonly model: string } }

type ByModel = {
  readonly found: Case
  readonly preset: Preset
  readonly terms: Terms
  readonly timetable: Timetable
  readonly profilesOf: (citizens: number | null) => readonly SeatProfile[]
}

async function byModel(visit: AtModel): Promise<ByModel | undefined> {
  const preset = presetByName(visit.params.model)
  const found = preset && (await findCase(visit))
  if (!preset || !found) return undefined
  const { problem, bodies } = found
  const [actors, sponsorsBodies] = await Promise.all([
    affectedActors(visit.read, problem.id),
    sponsorsBodiesOf(visit, found),
  ])
  const base = found.draft ?? found.adopted ?? noTerms(problem)
  const timetable = timetableFor(preset, visit.now, visit.jurisdiction)
  const story = [problem.whatHappens, problem.whoIsAffected].filter(Boolean).join('\n\n')
  const say = mandateWords.say(problem.language)
  const terms = termsByModel(preset, { terms: base, story, bodies, sponsorsBodies, timetable }, say)
  const profilesOf = (citizens: number | null): readonly SeatProfile[] =>
    base.profiles.length > 0 ? base.profiles : profilesFor(preset, citizens, actors, say)
  return { found, preset, terms, timetable, profilesOf }
}

async function sponsorsBodiesOf(
  { read, jurisdiction, now }: Visit,
  { problem, bodies }: Case,
): Promise<readonly Id<'body'>[]> {
  const today = todayIn(jurisdiction, now)
  const seated = await Promise.all(bodies.map(async ({ id }) => ({ id, members: await membersOf(read, id, today) })))
  return seated.filter(({ members }) => members.some((member) => problem.sponsors.includes(member))).map(({ id }) => id)
}

export async function modelPage(visit: AtModel, errors: readonly FieldError[] = []): Promise<Reply> {
  const known = await byModel(visit)
  if (!known) return notFound()
  const { found, preset, terms, timetable, profilesOf } = known
  const writer = writerOf(visit, found)
  const { say } = writer
  const today = todayIn(visit.jurisdiction, visit.now)
  const elected = (await elections(visit.read)).filter(({ heldOn }) => Temporal.PlainDate.compare(heldOn, today) >= 0)
  const profiles = profilesOf(terms.citizens).map(({ name, wanted }) =>
    wanted === null ? name : say('value.profile', { name, wanted }),
  )
  return page({
    title: say(`preset.${preset.name}`),
    crumbs: [
      ...crumbsTo(visit, found.problem, say),
      { text: say('models.title'), href: visit.to('mandate.models', { problem: found.problem.slug }) },
    ],
    status: errors.length > 0 ? 422 : 200,
    body: (
      <ModelPage
        {...writer}
        {...{ preset, errors }}
        problem={found.problem}
        bodies={found.bodies}
        typed={errors.length > 0 ? visit.form.typed : typedTerms(terms, found.draft?.revision ?? 0)}
        timetable={timetable}
        elected={elected}
        replaced={found.draft && replacedIn(writer, found.draft, terms)}
        profiles={profiles.join('; ')}
      />
    ),
  })
}

/** What was written in the draft and does not stand when the model is used; empty fields that it fills are no loss. */
function replacedIn(writer: MandateWriter, before: Terms, after: Terms): readonly ChangedLine[] {
  return changesBetween(writer, { before, after }).filter(({ parts }) => parts.some(({ kind }) => kind !== 'in'))
}

/** The short form read over what the model and the case give; undefined where there is no such case or model. */
export async function readModelForm(visit: AtModel) {
  const known = await byModel(visit)
  if (!known) return undefined
  const { found, preset, terms, profilesOf } = known
  const given = typedTerms({ ...terms, profiles: [] }, 0)
  const lists = Object.entries(given).map(
    ([name, value]) => [name, typeof value === 'string' ? [value] : value] as const,
  )
  const typed = { ...Object.fromEntries(lists), ...visit.form.typed }
  const standing = found.draft ?? found.adopted ?? noTerms(found.problem)
  const { errors, ...read } = readTerms(
    { form: { ...visit.form, typed }, common: visit.common },
    { bodies: found.bodies, profiles: [] },
    standing,
  )
  if (errors.length > 0) return { ok: false as const, errors }
  const written = { ...read.terms, profiles: profilesOf(read.terms.citizens) }
  return { ok: true as const, value: { ...read, name: preset.name, terms: written } }
}
