import { Button, Columns, ErrorSummary, Form, Head, HiddenField, Section } from '../../../../ui/index.ts'
import type { NearIdea } from '../near.ts'
import { IdeaFields, type IdeaFieldsProps } from './idea-fields.tsx'
import { NearList } from './near-list.tsx'
import type { IdeaWords } from './words.ts'

export type NewIdeaPageProps = IdeaWords &
  Omit<IdeaFieldsProps, 'action'> & {
    readonly slug: string
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
