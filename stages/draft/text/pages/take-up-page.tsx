import type { Reader } from '../../../../platform/http/index.ts'
import {
  Button,
  ErrorSummary,
  Form,
  Head,
  Quote,
  Radios,
  StaffNote,
  TextArea,
  TextField,
  type Errors,
  type Typed,
} from '../../../../ui/index.ts'
import type { Citable } from '../../citable.ts'
import type { SayDraft } from '../../messages/words.ts'
import type { TextContent } from '../document.ts'
import type { SayText } from '../messages/words.ts'
import { limits } from '../rules.ts'

/** What stands for a new recommendation among the sections of the text. */
export const newSection = 'new'

export type TakeUpPageProps = {
  readonly reader: Reader
  readonly say: SayText
  readonly sayDraft: SayDraft
  readonly slug: string
  readonly question: string
  readonly from: Citable
  /** The text as it is being written. */
  readonly content: TextContent
  readonly isStaff: boolean
  readonly errors: Errors
  readonly typed: Typed
}

/** Something that was said becomes the beginning of a clause. */
export function TakeUpPage(props: TakeUpPageProps) {
  const { reader, say, sayDraft, slug, question, from, content, isStaff, errors, typed } = props
  const at = { problem: slug, kind: from.thing.kind, thing: from.thing.id }
  const kept = { errors, typed }
  return (
    <div class="fm-stack fm-stack--6">
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head eyebrow={question} title={say('take-up.title')} lead={say('take-up.lead')} />
      {isStaff ? <StaffNote label={reader.common('staff')}>{sayDraft('staff.writing')}</StaffNote> : null}
      <Quote by={<a href={`${reader.to('home')}${from.path}`}>{say('take-up.from')}</a>}>{from.title}</Quote>
      <Form action={reader.to('draft.take-up', at)} label={say('take-up.title')}>
        <TextArea
          name="clauses"
          label={say('take-up.words')}
          help={say('take-up.words-help')}
          value={from.title}
          rows={4}
          maxLength={limits.mostClause}
          required
          {...kept}
        />
        {content.sections.length === 0 ? null : (
          <Radios
            name="section"
            label={say('take-up.where')}
            value={newSection}
            options={[
              ...content.sections.map(({ id, heading }, i) => ({
                value: id,
                label: heading || say('section.name', { number: i + 1 }),
              })),
              { value: newSection, label: say('take-up.new'), help: say('take-up.new-help') },
            ]}
            required
            {...kept}
          />
        )}
        <TextField
          name="heading"
          label={say('take-up.heading')}
          help={say('section.heading-help')}
          maxLength={limits.mostHeading}
          {...(content.sections.length === 0 ? { required: true } : { isUnmarked: true })}
          {...kept}
        />
        <TextArea
          name="reason"
          label={say('save.reason')}
          help={say('save.reason-help')}
          value={say('take-up.reason', { title: from.title })}
          rows={2}
          maxLength={limits.mostReason}
          required
          {...kept}
        />
        <Button>{say('take-up.send')}</Button>
      </Form>
    </div>
  )
}
