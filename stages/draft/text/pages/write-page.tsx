import type { Id } from '@folkmoot/basics/ids.ts'
import type { Child } from 'hono/jsx'
import type { Reader } from '../../../../platform/http/index.ts'
import {
  Button,
  Checkbox,
  Details,
  Empty,
  ErrorSummary,
  Form,
  Head,
  Note,
  Prose,
  Radios,
  Section,
  Stack,
  StaffNote,
  StateTag,
  TextArea,
  TextField,
  type Errors,
  type Typed,
} from '../../../../ui/index.ts'
import type { SayDraft } from '../../messages/words.ts'
import { ReadingPart } from '../../reading/pages/reading-part.tsx'
import type { Reading } from '../../reading/reading.ts'
import type { TextContent } from '../document.ts'
import type { SayText } from '../messages/words.ts'
import { limits } from '../rules.ts'
import { LiveEditor } from './live-editor.tsx'

export type WritePageProps = {
  readonly reader: Reader
  readonly say: SayText
  readonly sayDraft: SayDraft
  readonly problem: Id<'problem'>
  readonly slug: string
  readonly question: string
  /** The text as it is being written. */
  readonly content: TextContent
  readonly reading: Reading | undefined
  /** The last version that was saved; 0 for none. */
  readonly version: number
  /** Words stand in it that no version has. */
  readonly hasUnsaved: boolean
  readonly isStaff: boolean
  readonly errors: Errors
  readonly typed: Typed
}

/** Where the group writes: the text as it stands this moment, section by section, and the way to make it a version. */
export function WritePage(props: WritePageProps) {
  const { reader, say, sayDraft, question, isStaff, errors } = props
  return (
    <div class="fm-stack fm-stack--8">
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head eyebrow={question} title={say('write.title')} lead={say('write.lead')} />
      {isStaff ? <StaffNote label={reader.common('staff')}>{sayDraft('staff.writing')}</StaffNote> : null}
      <LiveEditor say={sayDraft} socket={reader.to('draft.live', { problem: props.slug })} problem={props.problem}>
        <Sections {...props} />
      </LiveEditor>
      <ReadingPart reader={reader} reading={props.reading} />
      <Save {...props} />
      <AddSection {...props} />
    </div>
  )
}

/** Every section with the way into it. */
export function Sections({
  reader,
  say,
  slug,
  content,
}: Pick<WritePageProps, 'reader' | 'say' | 'slug' | 'content'>): Child {
  if (content.sections.length === 0)
    return (
      <Empty level={2} title={say('write.none')}>
        {say('write.none-next')}
      </Empty>
    )
  return (
    <>
      {content.sections.map(({ id, kind, heading, clauses }, i) => (
        <Section
          id={`section-${i + 1}`}
          title={heading || say('section.name', { number: i + 1 })}
          more={{
            href: reader.to('draft.write-section', { problem: slug, section: id }),
            text: say('section.write-in', { number: i + 1 }),
          }}
        >
          <p>
            <StateTag icon={kind === 'recommendation' ? 'agree' : 'document'} color="neutral">
              {say(`kind.${kind}`)}
            </StateTag>
          </p>
          <Stack gap="3">
            {clauses.map(({ text }) => (
              <Prose text={text} />
            ))}
          </Stack>
        </Section>
      ))}
    </>
  )
}

function Save({ reader, say, slug, version, hasUnsaved, errors, typed }: WritePageProps) {
  return (
    <Section id="save" title={say('save.title', { version: version + 1 })} lead={say('save.lead')}>
      {hasUnsaved ? (
        <Note icon="info">
          <p>{say('save.unsaved', { version })}</p>
        </Note>
      ) : (
        <p class="fm-muted" data-live-until-written>
          {say('save.nothing', { version })}
        </p>
      )}
      <div data-live-when-written hidden={!hasUnsaved && !errors.some(({ field }) => field === 'reason')}>
        <Form action={reader.to('draft.save-version', { problem: slug })} labelledBy="save">
          <TextArea
            name="reason"
            label={say('save.reason')}
            help={say('save.reason-help')}
            rows={2}
            maxLength={limits.mostReason}
            required
            errors={errors}
            typed={typed}
          />
          <Button>{say('save.send', { version: version + 1 })}</Button>
        </Form>
      </div>
    </Section>
  )
}

function AddSection({ reader, say, slug, content, errors, typed }: WritePageProps) {
  const kept = { errors, typed }
  const isOpen =
    content.sections.length === 0 || errors.some(({ field }) => ['kind', 'heading', 'clauses'].includes(field))
  return (
    <Details summary={say('add.title')} isOpen={isOpen}>
      <Form action={reader.to('draft.add-section', { problem: slug })} label={say('add.title')}>
        <Kind say={say} value="recommendation" {...kept} />
        <TextField
          name="heading"
          label={say('section.heading')}
          help={say('section.heading-help')}
          maxLength={limits.mostHeading}
          required
          {...kept}
        />
        <TextArea name="clauses" label={say('add.clauses')} help={say('section.blank-line')} rows={5} {...kept} />
        <Button>{say('add.send')}</Button>
      </Form>
    </Details>
  )
}

type KindProps = {
  readonly say: SayText
  readonly value: string
  readonly errors: Errors
  readonly typed: Typed | undefined
}

export function Kind({ say, ...field }: KindProps) {
  return (
    <Radios
      name="kind"
      label={say('section.kind')}
      options={[
        { value: 'recommendation', label: say('kind.recommendation'), help: say('kind.recommendation-help') },
        { value: 'passage', label: say('kind.passage'), help: say('kind.passage-help') },
      ]}
      required
      {...field}
    />
  )
}

type AlsoSaveProps = {
  readonly say: SayText
  readonly version: number
  readonly saving: { readonly isTicked: boolean; readonly reason: string }
  readonly errors: Errors
  readonly typed: Typed | undefined
}

/** On the form of a section: its words become part of a version at once. */
export function AlsoSave({ say, version, saving, errors, typed }: AlsoSaveProps) {
  return (
    <>
      <Checkbox
        name="save"
        label={say('save.also', { version })}
        isTicked={saving.isTicked}
        help={say('save.also-help')}
        {...{ errors, typed }}
      />
      <TextArea
        name="reason"
        label={say('save.reason')}
        help={say('save.also-reason-help')}
        value={saving.reason}
        isUnmarked
        rows={2}
        maxLength={limits.mostReason}
        {...{ errors, typed }}
      />
    </>
  )
}
