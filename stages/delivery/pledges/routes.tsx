import { isSignedIn } from '@folkmoot/basics/actor.ts'
import {
  mostDocumentBytes,
  mostFileBytes,
  storeDocument,
  storeImage,
  type CleanFile,
  type DocumentRefusal,
  type ImageRefusal,
} from '../../../platform/files/index.ts'
import {
  field,
  fields,
  readForm,
  redirectSaying,
  route,
  type FieldError,
  type Reply,
  type Route,
  type Visit,
} from '../../../platform/http/index.ts'
import { problemBySlug } from '../../problem/index.ts'
import { deliveryWords, type DeliveryKey } from '../messages/words.ts'
import { deliveryPage, fieldOf } from '../show.tsx'
import * as commands from './commands.ts'
import * as rules from './rules.ts'
import { ownPledgesPage, pledgePage } from './show.tsx'
import { pledgesOf } from './store.ts'

const pledgeForm = fields({
  commitment: field.number({ least: 1, most: 10_000 }),
  what: field.text({ most: 500 }),
  howMuch: field.text({ most: 200 }),
  by: field.date(),
})

export const pledgeRoutes: readonly Route[] = [
  route('delivery.own-pledges', { allowed: rules.mayPledge, records: 'nothing' }, (visit) => ownPledgesPage(visit)),

  route('delivery.pledging', { allowed: rules.mayPledge, records: 'nothing' }, (visit) => pledgePage(visit)),

  route('delivery.pledge', { allowed: rules.mayPledge, records: ['delivery.pledged'] }, async (visit) => {
    const form = readForm(visit, pledgeForm)
    if (!form.ok) return pledgePage(visit, form.errors)
    const pledged = await commands.pledge(visit.database, visit.actor, {
      slug: visit.params.problem,
      place: visit.jurisdiction,
      ...form.value,
    })
    if (!pledged.ok) return pledgePage(visit, [errorOf(visit, pledged.refusal)])
    return redirectSaying(visit.to('delivery.page', { problem: visit.params.problem }), done(visit, 'pledged'))
  }),

  route(
    'delivery.keep-pledge',
    { allowed: rules.maySettlePledge, records: ['delivery.pledge-settled'] },
    async (visit) => {
      const { problem: slug, number } = visit.params
      const settled = settledForm(visit, Number(number))
      const proof = await sentProof(visit, `file-${Number(number)}`)
      if (!settled.ok) return again(visit, settled.errors)
      if (proof.errors.length > 0) return again(visit, proof.errors)
      const input = { slug, number: Number(number), ...settled.value, file: proof.file }
      const kept = await commands.settlePledge(visit.database, visit.actor, input)
      if (!kept.ok) return again(visit, [settlingError(visit, kept.refusal)])
      const to = isOwnPage(visit) ? visit.to('delivery.own-pledges') : visit.to('delivery.page', { problem: slug })
      return redirectSaying(to, done(visit, 'settled'))
    },
  ),
]

type OfSettling = Visit<'delivery.keep-pledge'>

/** She may have come from the page of all her pledges: there she is brought back to. */
function isOwnPage(visit: Visit): boolean {
  return visit.form.typed['from']?.[0] === 'own' && rules.mayPledge.allows(visit.actor)
}

function again(visit: OfSettling, errors: readonly FieldError[]): Promise<Reply> {
  return isOwnPage(visit) ? ownPledgesPage(visit, errors) : deliveryPage(visit, errors)
}

/** The fields bear the number of the pledge: a page may show many such forms. */
function settledForm(visit: OfSettling, number: number) {
  const [words, on, much] = [`words-${number}`, `on-${number}`, `much-${number}`]
  const kept = readForm(visit, fields({ kept: field.choice(['yes', 'no']) }))
  const said = readForm(
    visit,
    fields({ [words]: field.optionalText({ most: 1000 }), [much]: field.optionalText({ most: 200 }) }),
  )
  const day = readForm(visit, fields({ [on]: field.optional(field.date()) }))
  if (!kept.ok || !said.ok || !day.ok) {
    const errors = [kept, said, day].flatMap((form) => (form.ok ? [] : form.errors))
    return { ok: false, errors } as const
  }
  const value = {
    isKept: kept.value.kept === 'yes',
    words: said.value[words] ?? '',
    deliveredMuch: said.value[much] ?? '',
    deliveredOn: day.value[on] ?? null,
  }
  return { ok: true, value } as const
}

/** A picture or a document: what cannot be taken comes back with its reason. */
async function sentProof(
  visit: OfSettling,
  name: string,
): Promise<{ readonly file: CleanFile | undefined; readonly errors: readonly FieldError[] }> {
  const sent = visit.form.files[name]
  // Nobody fills the store with what belongs to nothing: looked at again, under its lock, by the command.
  if (!sent || !isSignedIn(visit.actor) || !(await maySend(visit))) return { file: undefined, errors: [] }
  const refused = (code: ImageRefusal | DocumentRefusal, most = mostDocumentBytes) => {
    const text = deliveryWords.say(visit.lang)(`refused.proof-${code}`, { megabytes: Math.floor(most / 1024 / 1024) })
    return { file: undefined, errors: [{ field: name, text }] }
  }
  if (sent.type.startsWith('image/')) {
    const image = await storeImage(visit.files, sent)
    if (image.ok) return { file: { ...image.value, mediaType: 'image/webp' }, errors: [] }
    return refused(image.refusal, mostFileBytes)
  }
  const document = await storeDocument(visit.files, sent)
  return document.ok ? { file: document.value, errors: [] } : refused(document.refusal)
}

async function maySend({ read, params, actor }: OfSettling): Promise<boolean> {
  const problem = await problemBySlug(read, params.problem)
  const pledges = problem ? await pledgesOf(read, problem.id) : []
  const one = pledges.find(({ number }) => number === Number(params.number))
  return one !== undefined && one.state === 'promised' && rules.maySettleHere(one.pledgedBy, actor)
}

type RefusalCode = DeliveryKey extends infer Key ? (Key extends `refused.${infer Code}` ? Code : never) : never

function errorOf(visit: Visit, code: RefusalCode): FieldError {
  return { field: fieldOf(code), text: deliveryWords.say(visit.lang)(`refused.${code}`) }
}

function settlingError(visit: OfSettling, code: RefusalCode): FieldError {
  const number = Number(visit.params.number)
  const where: Readonly<Partial<Record<RefusalCode, string>>> = {
    'reason-needed': `words-${number}`,
    'delivered-in-future': `on-${number}`,
  }
  return { ...errorOf(visit, code), field: where[code] ?? '' }
}

function done(visit: Visit, what: 'pledged' | 'settled') {
  const say = deliveryWords.say(visit.lang)
  return { text: say(`done.${what}`), next: say(`done.${what}-next`) }
}
