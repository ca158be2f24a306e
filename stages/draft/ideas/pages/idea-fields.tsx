import { Radios, TextArea, TextField, type Errors, type Typed } from '../../../../ui/index.ts'
import { FilesFields, type KeptFiles, type problemWords } from '../../../problem/index.ts'
import type { IdeaWords } from './words.ts'

export type IdeaFieldsProps = Pick<IdeaWords, 'say'> & {
  readonly sayProblem: ReturnType<typeof problemWords.say>
  /** Files that came with the form before and need not be chosen again. */
  readonly kept: KeptFiles
  readonly errors: Errors
  readonly typed: Typed
}

/** What every form asks for that writes down an experience or an idea, whoever types. */
export function IdeaFields({ say, sayProblem, kept, errors, typed }: IdeaFieldsProps) {
  const back = { errors, typed }
  return (
    <>
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
      <TextField
        name="place"
        label={say('ideas.field-place')}
        help={say('ideas.field-place-help')}
        maxLength={200}
        {...back}
      />
      <FilesFields say={sayProblem} kept={kept} {...back} />
    </>
  )
}
