import { isSignedIn } from '@folkmoot/basics/actor.ts'
import { parseId, type Id } from '@folkmoot/basics/ids.ts'
import {
  keepWaiting,
  mostDocumentBytes,
  storeDocument,
  waitingFile,
  type CleanFile,
} from '../../../platform/files/index.ts'
import { field, fields, type FieldError, type Visit } from '../../../platform/http/index.ts'
import { evidenceWords } from './messages/words.ts'
import { sides, wantedWithin } from './rules.ts'

export const orderForm = fields({
  question: field.line({ least: 10, most: 300 }),
  why: field.text({ most: 2000 }),
  within: field.choice(wantedWithin),
  another: field.ticked(),
})
export const nameForm = fields({
  who: field.text({ most: 40 }),
  name: field.name({ most: 120, least: 0 }),
  position: field.line({ least: 0, most: 200 }),
  interest: field.optionalText({ most: 1000 }),
  side: field.optional(field.choice(sides)),
  agreed: field.ticked(),
  due: field.date(),
  laterWords: field.optionalText({ most: 1000 }),
})
export const giveForm = fields({
  text: field.text({ most: 8000 }),
  sources: field.text({ most: 2000 }),
  uncertain: field.text({ most: 2000 }),
  approved: field.ticked(),
})
export const contestForm = fields({
  finding: field.number({ least: 1, most: 1000 }),
  reason: field.optionalText({ most: 2000 }),
  source: field.optionalText({ most: 1000 }),
})
export const settleForm = fields({ words: field.optionalText({ most: 1000 }) })
export const withdrawForm = fields({ withdrawReason: field.optionalText({ most: 1000 }) })
export const mergeForm = fields({
  into: field.number({ least: 1, most: 1_000_000 }),
  mergeReason: field.optionalText({ most: 1000 }),
})

/** A document that came with a form which has to be mended: she need not choose it again. */
export type KeptDocument = { readonly id: Id<'file'>; readonly name: string }

type Sent = { readonly file: CleanFile | undefined; readonly errors: readonly FieldError[] }

/** Reads the document of the form, or the one from before. Who will be refused leaves none behind. */
export async function sentDocument(visit: Visit, mayAct: boolean): Promise<Sent> {
  const { document } = visit.form.files
  if (!mayAct || !document) return { file: mayAct ? await keptBefore(visit) : undefined, errors: [] }
  const stored = await storeDocument(visit.files, document)
  if (stored.ok) return { file: stored.value, errors: [] }
  const text = evidenceWords.say(visit.lang)(`refused.${stored.refusal}`, {
    megabytes: mostDocumentBytes / 1024 / 1024,
  })
  return { file: await keptBefore(visit), errors: [{ field: 'document', text }] }
}

async function keptBefore(visit: Visit): Promise<CleanFile | undefined> {
  const id = parseId('file', visit.form.typed['kept-document']?.[0])
  if (!id || !isSignedIn(visit.actor) || visit.form.typed['drop-document']) return undefined
  return waitingFile(visit.read, visit.actor.account, id)
}

export async function keepDocument(
  { database, actor }: Visit,
  file: CleanFile | undefined,
): Promise<KeptDocument | undefined> {
  if (!file || !isSignedIn(actor)) return undefined
  return database.transact(actor.jurisdiction, actor, async (tx) => ({
    id: await keepWaiting(tx, actor.account, file),
    name: file.name,
  }))
}
