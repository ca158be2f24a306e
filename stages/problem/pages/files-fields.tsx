import { Checkbox, FileField, HiddenField, TextField, type Errors, type Typed } from '../../../ui/index.ts'
import type { KeptFiles, KeptOne } from '../form.ts'
import type { SayProblem } from '../messages/words.ts'

export type FilesFieldsProps = {
  readonly say: SayProblem
  readonly typed: Typed
  readonly errors: Errors
  /** Files that came with the form before and need not be chosen again. */
  readonly kept: KeptFiles
}

/** A picture with its words and a document, as every form has them that takes both. */
export function FilesFields({ say, typed, errors, kept }: FilesFieldsProps) {
  return (
    <>
      <Kept say={say} name="photo" kept={kept.photo} />
      <FileField
        name="photo"
        label={say('new.photo')}
        help={say('new.photo-help')}
        accept="image/jpeg,image/png,image/webp,image/avif"
        errors={errors}
      />
      <TextField
        name="alt"
        label={say('new.alt')}
        help={say('new.alt-help')}
        isUnmarked
        maxLength={500}
        {...{ typed, errors }}
      />
      <Kept say={say} name="document" kept={kept.document} />
      <FileField
        name="document"
        label={say('new.document')}
        help={say('new.document-help')}
        accept="application/pdf,text/plain,.pdf,.txt"
        errors={errors}
      />
    </>
  )
}

type KeptProps = { readonly say: SayProblem; readonly name: 'photo' | 'document'; readonly kept: KeptOne | undefined }

function Kept({ say, name, kept }: KeptProps) {
  if (!kept) return null
  return (
    <div class="fm-stack fm-stack--2">
      <p class="fm-small">{say('new.kept', { name: kept.name })}</p>
      <HiddenField name={`kept-${name}`} value={kept.id} />
      <Checkbox name={`drop-${name}`} label={say('new.leave-out', { name: kept.name })} />
    </div>
  )
}
