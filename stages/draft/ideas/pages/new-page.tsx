import { Button, Columns, ErrorSummary, Form, Head, HiddenField, Radios, Said, Section } from '../../../../ui/index.ts'
import type { GroupName } from '../../../arena/index.ts'
import type { NearIdea } from '../near.ts'
import { IdeaFields, type IdeaFieldsProps } from './idea-fields.tsx'
import { NearList } from './near-list.tsx'
import type { IdeaWords } from './words.ts'

export type NewIdeaPageProps = IdeaWords &
  Omit<IdeaFieldsProps, 'action'> & {
    readonly slug: string
    /** Working groups in whose name she may write. */
    readonly groups: readonly GroupName[]
    readonly question: string
    readonly near: readonly NearIdea[]
    /** What is near was looked up and shown: now she says that hers is another one. */
    readonly isLookedUp: boolean
  }

/** Where she writes hers; once it is typed, what is near stands above it before anything is sent. */
export function NewIdeaPage(props: NewIdeaPageProps) {
  const { reader, say, slug, question, near, isLookedUp, errors } = props
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head eyebrow={question} title={say('ideas.add')} lead={say('ideas.add-lead')} />
      {isLookedUp ? (
        <Section id="near" title={say('near.title')} lead={say('near.lead')}>
          <NearList {...props} />
        </Section>
      ) : null}
      <Columns
        main={
          <fm-near
            data-title={say('near.title')}
            data-field="title"
            data-action={reader.to('draft.near-ideas', { problem: slug })}
          >
            <Form action={reader.to('draft.add-idea', { problem: slug })} label={say('ideas.add')} multipart>
              <InWhoseName {...props} />
              <IdeaFields {...props} action={reader.to('draft.add-idea', { problem: slug })} />
              {isLookedUp ? <HiddenField name="looked" value="yes" /> : null}
              <Button>{say(near.length > 0 ? 'ideas.send-anyway' : 'ideas.send')}</Button>
            </Form>
          </fm-near>
        }
        aside={
          <Section id="next" title={say('ideas.what-next')} size="aside">
            <p class="fm-small">{say('ideas.next')}</p>
          </Section>
        }
      />
    </>
  )
}

/** Asked only of who is in a working group of this case. */
function InWhoseName({ say, groups, errors, typed }: NewIdeaPageProps) {
  if (groups.length === 0) return null
  return (
    <Radios
      name="group"
      label={say('ideas.group')}
      help={say('ideas.group-help')}
      value=""
      options={[
        { value: '', label: say('ideas.group-none') },
        ...groups.map(({ number, question, language }) => ({
          value: String(number),
          label: <Said lang={language}>{question}</Said>,
        })),
      ]}
      {...{ errors, typed }}
    />
  )
}
