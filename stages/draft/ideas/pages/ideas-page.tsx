import type { Id } from '@folkmoot/basics/ids.ts'
import type { Byline } from '../../../../platform/identity/index.ts'
import type { Tombstone } from '../../../../platform/moderation/index.ts'
import {
  Button,
  ButtonLink,
  Columns,
  Empty,
  ErrorSummary,
  FileField,
  Form,
  Head,
  List,
  Radios,
  Section,
  StateTag,
  TextArea,
  TextField,
  type Errors,
  type Typed,
} from '../../../../ui/index.ts'
import type { Idea } from '../store.ts'
import { HiddenText, langOf } from '../../pages/parts.tsx'
import type { IdeaWords } from './words.ts'

export type IdeasPageProps = IdeaWords & {
  readonly slug: string
  readonly question: string
  readonly ideas: readonly Idea[]
  readonly authors: ReadonlyMap<Id<'account'>, Byline>
  readonly hidden: ReadonlyMap<Id, Tombstone>
  readonly isTold: boolean
  /** Numbers of the recommendations that build on it. */
  readonly usedIn: (id: Id) => readonly number[]
  readonly errors: Errors
  readonly typed: Typed
}

/** What people have lived through and what they propose; write your own. */
export function IdeasPage(props: IdeasPageProps) {
  const { reader, say, question, ideas, errors, isTold } = props
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head eyebrow={question} title={say('ideas.title')} lead={say(isTold ? 'ideas.lead-told' : 'ideas.lead')}>
        {isTold || ideas.length === 0 ? null : (
          <p class="fm-onphone">
            <ButtonLink href={reader.actor.account === null ? reader.to('sign-in') : '#add'} icon="edit">
              {say(reader.actor.account === null ? 'ideas.sign-in' : 'ideas.jump')}
            </ButtonLink>
          </p>
        )}
      </Head>
      <Columns
        main={
          <Section id="list" title={say('ideas.list')} isTitleHidden>
            {ideas.length === 0 ? (
              <Empty title={say('ideas.none')}>{say('ideas.none-next')}</Empty>
            ) : (
              <List
                items={ideas.map((idea) => (
                  <OneIdea {...props} idea={idea} />
                ))}
              />
            )}
          </Section>
        }
        aside={isTold ? null : <Add {...props} />}
        shape="wide"
      />
    </>
  )
}

function OneIdea({
  reader,
  say,
  sayDraft,
  slug,
  idea,
  authors,
  hidden,
  usedIn,
}: IdeasPageProps & { readonly idea: Idea }) {
  const stone = hidden.get(idea.id)
  if (stone) return <HiddenText reader={reader} stone={stone} />
  const author = idea.writtenBy ? authors.get(idea.writtenBy) : undefined
  const numbers = usedIn(idea.id)
  return (
    <div class="fm-stack fm-stack--2">
      <p class="fm-row">
        <StateTag icon={idea.kind === 'experience' ? 'talk' : 'plus'} color="neutral">
          {sayDraft(`state.${idea.kind}`)}
        </StateTag>
        <span class="fm-mini">{whenOf({ reader, say, idea, name: author?.name ?? '' })}</span>
      </p>
      <h3>
        <a href={reader.to('draft.idea', { problem: slug, number: idea.number })} lang={langOf(idea.language)}>
          {idea.title}
        </a>
      </h3>
      {numbers.length > 0 ? (
        <p class="fm-mini">
          <strong>
            {say(idea.source === null ? 'ideas.used' : 'ideas.joined', {
              count: numbers.length,
              numbers: numbers.join(', '),
            })}
          </strong>
        </p>
      ) : null}
    </div>
  )
}

function whenOf({
  reader,
  say,
  idea,
  name,
}: Omit<IdeaWords, 'sayDraft'> & { readonly idea: Idea; readonly name: string }): string {
  if (idea.source !== null)
    return idea.toldDay ? say('ideas.told', { day: reader.time.day(idea.toldDay) }) : say('ideas.told-unknown')
  const day = reader.time.day(idea.writtenAt)
  return name ? say('ideas.by', { name, day }) : say('ideas.by-nobody', { day })
}

function Add({ reader, say, slug, errors, typed }: IdeasPageProps) {
  if (reader.actor.account === null) {
    return (
      <ButtonLink href={reader.to('sign-in')} icon="edit">
        {say('ideas.sign-in')}
      </ButtonLink>
    )
  }
  const kept = { errors, typed }
  return (
    <section class="fm-panel fm-stack" aria-labelledby="add">
      <h2 id="add" class="fm-h-mid">
        {say('ideas.add')}
      </h2>
      <Form action={reader.to('draft.add-idea', { problem: slug })} labelledBy="add" multipart>
        <Radios
          name="kind"
          label={say('ideas.kind')}
          value="experience"
          options={[
            { value: 'experience', label: say('ideas.kind-experience'), help: say('ideas.kind-experience-help') },
            { value: 'idea', label: say('ideas.kind-idea'), help: say('ideas.kind-idea-help') },
          ]}
          required
          {...kept}
        />
        <TextField
          name="title"
          label={say('ideas.field-title')}
          help={say('ideas.field-title-help')}
          maxLength={120}
          required
          {...kept}
        />
        <TextArea
          name="text"
          label={say('ideas.field-text')}
          help={say('ideas.field-text-help')}
          rows={6}
          maxLength={4000}
          required
          {...kept}
        />
        <TextField
          name="place"
          label={say('ideas.field-place')}
          help={say('ideas.field-place-help')}
          maxLength={200}
          {...kept}
        />
        <FileField
          name="photo"
          label={say('ideas.field-photo')}
          help={say(errors.length > 0 ? 'ideas.field-photo-again' : 'ideas.field-photo-help')}
          accept="image/jpeg,image/png,image/webp,image/avif"
          errors={errors}
        />
        <TextField
          name="alt"
          label={say('ideas.field-alt')}
          help={say('ideas.field-alt-help')}
          maxLength={500}
          {...kept}
        />
        <Button>{say('ideas.send')}</Button>
        <p class="fm-mini">{say('ideas.next')}</p>
      </Form>
    </section>
  )
}
