import { parseId } from '@folkmoot/basics/ids.ts'
import {
  field,
  fields,
  readForm,
  redirectSaying,
  refused,
  route,
  type FieldError,
  type Reply,
  type Route,
  type Visit,
} from '../../../platform/http/index.ts'
import { pageLanguages } from '../../../platform/i18n/index.ts'
import { genderTold, readToldFeatures } from '../features/form.ts'
import { featuresOf } from '../features/store.ts'
import * as commands from './commands.ts'
import type { ByStaffKey } from './messages/words.ts'
import * as rules from './rules.ts'
import { recordingPage, recordsPage, say, type OfRecording, type OfRecords } from './show.tsx'

const recordForm = fields({
  way: field.choice(rules.ways),
  name: field.name({ least: 2, most: 80 }),
  address: field.optionalText({ most: 400 }),
  phone: field.optionalText({ most: 40 }),
  language: field.text({ most: 8 }),
  code: field.optionalText({ most: 60 }),
  profile: field.text({ most: 36 }),
  motivation: field.text({ most: 2000 }),
  tie: field.text({ most: 500 }),
  // Not asked where the place counts gender among its features.
  gender: field.optional(field.choice(['none', 'woman', 'man', 'other'])),
  agreed: field.mustTick(),
})
const decideForm = fields({ answer: field.choice(['confirm', 'return']), why: field.optionalText({ most: 500 }) })

export const byStaffRoutes: readonly Route[] = [
  route('arena.staff-records', { allowed: rules.mayRecord, records: 'nothing' }, (visit) => recordsPage(visit)),

  route('arena.recording', { allowed: rules.mayRecord, records: 'nothing' }, (visit) => recordingPage(visit)),

  route('arena.record-application', { allowed: rules.mayRecord, records: ['arena.written-down'] }, (visit) =>
    recordApplication(visit),
  ),

  route(
    'arena.decide-record',
    { allowed: rules.mayRecord, records: ['arena.applied', 'arena.letter-answered'] },
    async (visit) => {
      const number = Number(visit.params.number)
      const form = readForm(visit, decideForm)
      if (!form.ok) return recordsPage(visit, form.errors, { record: number })
      const isConfirmed = form.value.answer === 'confirm'
      const decided = await commands.decideRecord(visit.database, visit.actor, {
        slug: visit.params.problem,
        number,
        why: isConfirmed ? null : form.value.why,
      })
      if (!decided.ok) {
        if (decided.refusal === 'why-needed')
          return recordsPage(visit, [{ field: 'why', text: say(visit)('refused.why-needed') }], { record: number })
        const isForbidden = decided.refusal === 'second-person' || decided.refusal === 'only-staff'
        return refused(sayRefusal(visit, decided.refusal), isForbidden ? 403 : 409)
      }
      const what = isConfirmed ? 'confirmed' : 'returned'
      return redirectSaying(visit.to('arena.staff-records', { problem: visit.params.problem }), {
        text: say(visit)(`done.${what}`),
        next: say(visit)(`done.${what}-next`),
      })
    },
  ),
]

async function recordApplication(visit: OfRecording): Promise<Reply> {
  const form = readForm(visit, recordForm)
  const features = await featuresOf(visit.read)
  const told = readToldFeatures(visit, features)
  const errors: FieldError[] = [...(form.ok ? [] : form.errors), ...(told.ok ? [] : told.errors)].map((one) =>
    // A seat is chosen, not typed.
    one.field === 'profile' ? { ...one, text: visit.common('choose-one') } : one,
  )
  if (!form.ok || !told.ok) return recordingPage(visit, errors)
  const { agreed: _, gender, ...words } = form.value
  const profile = parseId('profile', words.profile)
  if (!profile) return recordingPage(visit, [{ field: 'profile', text: visit.common('choose-one') }])
  if (!pageLanguages(visit.jurisdiction).includes(words.language))
    return recordingPage(visit, [{ field: 'language', text: visit.common('choose-one') }])
  const asked = gender === null || gender === 'none' ? null : gender
  const recorded = await commands.recordApplication(visit.database, visit.actor, {
    ...words,
    slug: visit.params.problem,
    profile,
    gender: genderTold(features, told.told) ?? asked,
    told: Object.fromEntries([...told.told].flatMap(([feature, value]) => (value === null ? [] : [[feature, value]]))),
  })
  if (!recorded.ok) {
    const at = fieldsOfRefusals[recorded.refusal]
    const text = sayRefusal(visit, recorded.refusal)
    return at ? recordingPage(visit, [{ field: at, text }]) : refused(text)
  }
  return redirectSaying(visit.to('arena.staff-records', { problem: visit.params.problem }), {
    text: say(visit)('done.recorded', { number: recorded.value.number }),
    next: say(visit)('done.recorded-next'),
  })
}

const fieldsOfRefusals: Readonly<Partial<Record<string, string>>> = {
  'no-such-profile': 'profile',
  'address-or-phone': 'address',
  'recorded-already': 'name',
  'no-such-letter': 'code',
  'letter-answered': 'code',
}

type Said = Extract<ByStaffKey, `refused.${string}`> extends `refused.${infer Code}` ? Code : never

/** What the rules of the call say of an application that waited is told to staff in one sentence. */
function sayRefusal(visit: OfRecords | Visit<'arena.record-application'>, refusal: string): string {
  const isSaid = (code: string): code is Said => said.has(code)
  return say(visit)(isSaid(refusal) ? `refused.${refusal}` : 'refused.cannot-apply')
}

const said: ReadonlySet<string> = new Set<Said>([
  'only-staff',
  'no-such-problem',
  'no-call',
  'call-closed',
  'no-such-profile',
  'address-or-phone',
  'enough-today',
  'recorded-already',
  'no-such-letter',
  'letter-answered',
  'second-person',
  'decided-already',
  'group-confirmed',
  'why-needed',
  'no-such-record',
])
