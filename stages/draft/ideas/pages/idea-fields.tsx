import { Radios, TextArea, TextField, type Errors, type Typed } from '../../../../ui/index.ts'
import { FilesFields, type KeptFiles, type problemWords } from '../../../problem/index.ts'
import type { PlaceMap } from '../where.ts'
import { PlaceFields } from './place-fields.tsx'
import type { IdeaWords } from './words.ts'

export type IdeaFieldsProps = Pick<IdeaWords, 'reader' | 'say'> & {
  readonly map: PlaceMap | null
  /** Where the form is sent. */
  readonly action: string
  readonly sayProblem: ReturnType<typeof problemWords.say>
  /** Files that came with the form before and need not be chosen again. */
  readonly kept: KeptFiles
  readonly errors: Errors
  readonly typed: Typed
}

/** What every form asks for that writes down an experience or an idea, whoever types. */
export function IdeaFields({ reader, say, map, action, sayProblem, kept, errors, typed }: IdeaFieldsProps) {
  const back = { errors, typed }
  return (
    <>
      {/* Enter in a field presses the first button of its form: it must not be the map. */}
      <button class="fm-vh" tabindex={-1} aria-hidden="true" />
      <Radios
        name="kind"
        label={say('ideas.kind')}
        value="experience"
        options={[
          { value: 'experience', label: say('ideas.kind-experience'), help: say('ideas.kind-experience-help') },
          { value: 'idea', label: say('ideas.kind-idea'), help: say('ideas.kind-idea-help') },
        ]}
        required
        {...back}
      />
      <TextField
        name="title"
        label={say('ideas.field-title')}
        help={say('ideas.field-title-help')}
        maxLength={120}
        required
        {...back}
      />
      <div data-near />
      <TextArea
        name="text"
        label={say('ideas.field-text')}
        help={say('ideas.field-text-help')}
        rows={6}
        maxLength={4000}
        required
        {...back}
      />
      <PlaceFields {...{ reader, say, map, action, errors, typed }} />
      <FilesFields say={sayProblem} kept={kept} {...back} />
    </>
  )
}
