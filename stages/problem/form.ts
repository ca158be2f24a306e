import { isSignedIn } from '@folkmoot/basics/actor.ts'
import { parseId, type Id } from '@folkmoot/basics/ids.ts'
import {
  keepWaiting,
  mostDocumentBytes,
  mostFileBytes,
  storeDocument,
  storeImage,
  waitingFile,
  type CleanFile,
} from '../../platform/files/index.ts'
import { field, fields, readForm, type FieldError, type Visit } from '../../platform/http/index.ts'
import type { FramingWords } from './framing-store.ts'
import { problemWords } from './messages/words.ts'
import { pointOf } from './rules.ts'

/** What every form that puts a problem into words asks for. */
export const framingFields = {
  question: field.line({ least: 5, most: 200 }),
  whatHappens: field.text({ most: 4000 }),
  whoIsAffected: field.text({ most: 2000 }),
  howOften: field.line({ least: 0, most: 200 }),
  sinceWhen: field.line({ least: 0, most: 200 }),
  tried: field.optionalText({ most: 2000 }),
  place: field.line({ least: 0, most: 200 }),
  point: field.line({ least: 0, most: 60 }),
}

type Words = Required<Omit<FramingWords, 'point' | 'language'>> & { readonly point: string }
type Pointed<Form> = Omit<Form, 'point'> & Required<Pick<FramingWords, 'point'>>

/** The form with its point as it is kept; what is wrong with the point is said together with everything else. */
export function withPoint<Form extends Words>(
  visit: Visit,
  form: { readonly ok: true; readonly value: Form } | { readonly ok: false; readonly errors: readonly FieldError[] },
):
  | { readonly ok: true; readonly value: Pointed<Form> }
  | { readonly ok: false; readonly errors: readonly FieldError[] } {
  const point = pointOf(visit.form.typed.point?.[0] ?? '')
  if (form.ok && point.ok) return { ok: true, value: { ...form.value, point: point.value } }
  const wrong = point.ok ? [] : [{ field: 'point', text: problemWords.say(visit.lang)('refused.not-a-point') }]
  return { ok: false, errors: [...(form.ok ? [] : form.errors), ...wrong] }
}

/** A picture and a document as they came with a form, or as they were kept from the time before. */
export type SentFiles = {
  readonly photo: CleanFile | undefined
  readonly document: CleanFile | undefined
  readonly alt: string
}

/** What was kept of a form that comes back: named on the page, and sent along by its id. */
export type KeptFiles = { readonly [kind in 'photo' | 'document']?: KeptOne | undefined }
export type KeptOne = { readonly id: Id<'file'>; readonly name: string }

const altForm = fields({ alt: field.optionalText({ most: 500 }) })

type Sent = { readonly files: SentFiles; readonly errors: readonly FieldError[] }

/** Reads the two files of the form. Who will be refused leaves none behind. */
export async function sentFiles(visit: Visit, mayAct: boolean): Promise<Sent> {
  const read = readForm(visit, altForm)
  const alt = read.ok ? read.value.alt : ''
  if (!mayAct) return { files: { photo: undefined, document: undefined, alt }, errors: [] }
  const say = problemWords.say(visit.lang)
  const { photo, document } = visit.form.files
  const [image, paper] = [
    photo && (await storeImage(visit.files, photo)),
    document && (await storeDocument(visit.files, document)),
  ]
  const files: SentFiles = {
    photo: image?.ok ? { ...image.value, mediaType: 'image/webp' } : await keptBefore(visit, 'photo'),
    document: paper?.ok ? paper.value : await keptBefore(visit, 'document'),
    alt,
  }
  const errors: FieldError[] = read.ok ? [] : [...read.errors]
  if (image && !image.ok)
    errors.push({ field: 'photo', text: visit.common(image.refusal, { megabytes: mostFileBytes / 1024 / 1024 }) })
  if (paper && !paper.ok)
    errors.push({
      field: 'document',
      text: say(`refused.${paper.refusal}`, { megabytes: mostDocumentBytes / 1024 / 1024 }),
    })
  if (read.ok && files.photo && alt === '') errors.push({ field: 'alt', text: say('refused.alt-needed') })
  return { files, errors }
}

/** A new file in its place, or a tick at "leave it out", and the one from before is gone. */
async function keptBefore(visit: Visit, kind: keyof KeptFiles): Promise<CleanFile | undefined> {
  const id = parseId('file', visit.form.typed[`kept-${kind}`]?.[0])
  if (!id || !isSignedIn(visit.actor) || visit.form.typed[`drop-${kind}`]) return undefined
  return waitingFile(visit.read, visit.actor.account, id)
}

/** Before the form comes back: a browser never keeps a chosen file, so we do. */
export async function keepSent({ database, actor }: Visit, { photo, document }: SentFiles): Promise<KeptFiles> {
  if (!isSignedIn(actor) || (!photo && !document)) return {}
  return database.transact(actor.jurisdiction, actor, async (tx) => {
    const kept = async (file: CleanFile | undefined): Promise<KeptOne | undefined> =>
      file && { id: await keepWaiting(tx, actor.account, file), name: file.name }
    return { photo: await kept(photo), document: await kept(document) }
  })
}
