import { Button, Details, Form, Radios, Section, Table, TextArea, TextField } from '../../../ui/index.ts'
import type { ProblemPageProps } from './problem-props.ts'

/** Who bears the consequences and who can help; anyone may add. */
export function Actors(props: ProblemPageProps) {
  const { say, actors, may } = props
  return (
    <Section id="actors" title={say('page.actors')}>
      {actors.length === 0 ? (
        <p class="fm-muted">{say('page.no-actors')}</p>
      ) : (
        <Table
          caption={say('page.actors')}
          isCaptionHidden
          columns={[{ label: say('page.name') }, { label: say('page.relation') }, { label: say('page.how') }]}
          rows={actors.map((actor) => ({ cells: [actor.name, say(`page.${actor.relation}`), actor.how] }))}
        />
      )}
      {may.addActor ? <AddActor {...props} /> : null}
    </Section>
  )
}

function AddActor({ reader, say, problem, errors, typed }: ProblemPageProps) {
  const isOurs = errors.some((error) => ['name', 'relation', 'how'].includes(error.field))
  const kept = { typed: isOurs ? typed : {}, errors, required: true }
  return (
    <Details summary={say('actor.title')} isOpen={isOurs}>
      <Form action={reader.to('problem.add-actor', { problem: problem.slug })} label={say('actor.title')}>
        <TextField name="name" label={say('actor.name')} help={say('actor.name-help')} maxLength={120} {...kept} />
        <Radios
          name="relation"
          label={say('actor.relation')}
          options={[
            { value: 'affected', label: say('actor.affected') },
            { value: 'relevant', label: say('actor.relevant') },
          ]}
          {...kept}
        />
        <TextArea name="how" label={say('actor.how')} rows={3} maxLength={1000} {...kept} />
        <Button>{say('actor.send')}</Button>
      </Form>
    </Details>
  )
}
