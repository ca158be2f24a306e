import { Button, ButtonLink, Form, Panel, TextArea } from '../../../../ui/index.ts'
import type { ProblemPageProps } from '../../pages/problem-props.ts'

/** A body has named her who reads: she says herself whether she leads it, or steps back. */
export function NamedPanel({ reader, saySponsor: say, problem, sponsors, errors, typed }: ProblemPageProps) {
  const { person } = reader.actor
  const naming = sponsors.find((one) => one.person === person && one.namedBy !== null)
  if (!naming || person === null) return null
  const isOurs = errors.some(({ field }) => field === 'acceptWords')
  return (
    <Panel>
      <h2 id="named" class="fm-h-mid">
        {say('named.title', { body: naming.namedBy ?? '' })}
      </h2>
      <p class="fm-small">{say('named.text')}</p>
      <Form action={reader.to('problem.accept-naming', { problem: problem.slug })} labelledBy="named">
        <TextArea
          name="acceptWords"
          label={say('named.words')}
          rows={3}
          maxLength={2000}
          required
          typed={isOurs ? typed : {}}
          errors={errors}
        />
        <div class="fm-act">
          <Button>{say('named.accept')}</Button>
          <ButtonLink variant="secondary" href="#leave">
            {say('named.leave')}
          </ButtonLink>
        </div>
      </Form>
    </Panel>
  )
}
