import { anyone } from '@folkmoot/basics/actor.ts'
import {
  field,
  fields,
  notFound,
  readForm,
  redirectSaying,
  route,
  type FieldError,
  type Reply,
  type Route,
} from '../../../platform/http/index.ts'
import * as commands from '../commands.ts'
import { readTerms, type Known } from '../form.ts'
import { mandateWords } from '../messages/words.ts'
import { presetNames } from '../presets.ts'
import * as rules from '../rules.ts'
import { complaint, toMandate } from '../saying.ts'
import { findCase, type AtProblem, type Case } from '../show.tsx'
import { noTerms } from '../terms.ts'
import { sections, type Section } from './sections.ts'
import { historyPage } from './history.tsx'
import { editPage } from './show.tsx'

const presetForm = fields({ preset: field.choice(presetNames) })

/** Writing the draft. */
export const writingRoutes: readonly Route[] = [
  route('mandate.edit', { allowed: rules.mayEdit, records: 'nothing' }, (visit) => editPage(visit)),

  route('mandate.history', { allowed: anyone, records: 'nothing' }, (visit) => historyPage(visit)),

  route(
    'mandate.save',
    { allowed: rules.mayEdit, records: ['mandate.draft-saved', 'mandate.motion-voided'] },
    async (visit) => {
      const found = await findCase(visit)
      if (!found) return notFound()
      const { errors, ...typed } = readTyped(visit, found)
      if (typed.sections.length === 0) return allBack(visit, errors)
      const slug = visit.params.problem
      const saved = await commands.saveDraft(visit.database, visit.actor, { slug, ...typed })
      if (!saved.ok) return allBack(visit, [complaint(visit, saved.refusal)])
      const { conflicts } = saved.value
      if (errors.length === 0 && conflicts.length === 0) return toSaved(visit)
      const say = mandateWords.say(visit.lang)
      const kept = sections.filter((section) => conflicts.includes(section) || !typed.sections.includes(section))
      return editPage(visit, {
        errors: [
          ...errors,
          ...conflicts.map((section) => ({
            field: firstField[section],
            text: say('refused.section-changed', { section: say(`edit.${section}`) }),
          })),
        ],
        kept,
        conflicts,
        mine: typed.terms,
      })
    },
  ),

  route(
    'mandate.preset',
    { allowed: rules.mayEdit, records: ['mandate.draft-saved', 'mandate.motion-voided'] },
    async (visit) => {
      const form = readForm(visit, presetForm)
      if (!form.ok) return allBack(visit, form.errors)
      const found = await findCase(visit)
      if (!found) return notFound()
      const typed = Object.hasOwn(visit.form.typed, 'seen') ? readTyped(visit, found) : undefined
      if (typed && typed.errors.length > 0) return allBack(visit, typed.errors)
      const applied = await commands.applyPreset(visit.database, visit.actor, {
        slug: visit.params.problem,
        name: form.value.preset,
        typed: typed ?? null,
      })
      if (!applied.ok) return allBack(visit, [complaint(visit, applied.refusal)])
      return redirectSaying(visit.to('mandate.edit', { problem: visit.params.problem }), {
        text: mandateWords.say(visit.lang)('done.preset'),
        next: mandateWords.say(visit.lang)('done.preset-next'),
      })
    },
  ),
]

function readTyped(visit: AtProblem, found: Case) {
  return readTerms(visit, knownIn(found), found.draft ?? found.adopted ?? noTerms(found.problem))
}

function knownIn({ bodies, draft, adopted }: Case): Known {
  return { bodies, profiles: [...(draft?.profiles ?? []), ...(adopted?.profiles ?? [])] }
}

/** Nothing was saved: everything comes back as it was typed. */
function allBack(visit: AtProblem, errors: readonly FieldError[]): Promise<Reply> {
  const isTyped = Object.hasOwn(visit.form.typed, 'seen')
  return editPage(visit, { errors, kept: isTyped ? sections : [], conflicts: [], mine: undefined })
}

/** A part saved leads back to that part; the whole form leads to the mandate. */
async function toSaved(visit: AtProblem): Promise<Reply> {
  const from = sections.find((section) => section === visit.form.typed['from']?.[0])
  const done = await toMandate(visit, 'saved')
  if (!from || done.kind !== 'redirect') return done
  return { ...done, to: `${visit.to('mandate.edit', { problem: visit.params.problem })}#${from}` }
}

/** Where the complaint about a section leads. */
const firstField: Readonly<Record<Section, string>> = {
  task: 'question',
  room: 'matter-1',
  promise: 'promise',
  deciders: 'parentBody',
  group: 'politicians',
  time: 'startsOn',
  working: 'trigger',
}
