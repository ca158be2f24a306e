import { anyone } from '@folkmoot/basics/actor.ts'
import {
  field,
  fields,
  readForm,
  redirect,
  refused,
  route,
  type FieldError,
  type Reply,
  type Route,
  type Visit,
} from '../../../platform/http/index.ts'
import { mostFileBytes, storeImage } from '../../../platform/files/index.ts'
import { addIdea, type IdeaInput } from './commands.ts'
import { ideasWords, type IdeasKey } from './messages/words.ts'
import * as rules from './rules.ts'
import { ideaPage, ideasPage } from './show.tsx'
import { ideaKinds } from './store.ts'

const ideaForm = fields({
  kind: field.choice(ideaKinds),
  title: field.text({ least: 3, most: 120 }),
  text: field.text({ most: 4000 }),
  place: field.optionalText({ most: 200 }),
  alt: field.optionalText({ most: 500 }),
})

export const ideaRoutes: readonly Route[] = [
  route('draft.ideas', { allowed: anyone, records: 'nothing' }, (visit) => ideasPage(visit)),

  route('draft.add-idea', { allowed: rules.mayContribute, records: ['draft.idea-added'] }, async (visit) => {
    const form = readForm(visit, ideaForm)
    if (!form.ok) return ideasPage(visit, form.errors)
    const { alt, ...words } = form.value
    const photo = await photoIn(visit, alt)
    if (!photo.ok) return ideasPage(visit, photo.errors)
    const added = await addIdea(visit.database, visit.actor, {
      slug: visit.params.problem,
      language: visit.lang,
      ...words,
      photo: photo.value,
    })
    if (!added.ok) return refusedWith(visit, added.refusal)
    return redirect(visit.to('draft.idea', { ...visit.params, number: added.value.number }))
  }),

  route('draft.idea', { allowed: anyone, records: 'nothing' }, (visit) => ideaPage(visit)),
]

type RefusalCode = IdeasKey extends infer Key ? (Key extends `refused.${infer Code}` ? Code : never) : never

function refusedWith(visit: Visit, code: RefusalCode): Reply {
  return refused(ideasWords.say(visit.lang)(`refused.${code}`), code === 'consent-first' ? 403 : 409)
}

function errorsAt(visit: Visit, name: string, code: RefusalCode): readonly FieldError[] {
  return [{ field: name, text: ideasWords.say(visit.lang)(`refused.${code}`) }]
}

type Photo =
  | { readonly ok: true; readonly value: IdeaInput['photo'] }
  | { readonly ok: false; readonly errors: readonly FieldError[] }

/** The picture that was sent, made clean and kept; none is none. One without words would say nothing to who cannot see it. */
async function photoIn(visit: Visit, alt: string): Promise<Photo> {
  const file = visit.form.files.photo
  // Who will be refused leaves no picture behind.
  if (!file || !rules.contribute(visit.actor).ok) return { ok: true, value: undefined }
  if (alt === '') return { ok: false, errors: errorsAt(visit, 'alt', 'alt-needed') }
  const image = await storeImage(visit.files, file)
  if (image.ok) return { ok: true, value: { image: image.value, alt } }
  const text = visit.common(image.refusal, { megabytes: mostFileBytes / 1024 / 1024 })
  return { ok: false, errors: [{ field: 'photo', text }] }
}
