import { whoever } from '@folkmoot/basics/actor.ts'

/** Public employees who prepare; the desk of politicians is another page. */
export const mayUseBench = whoever('clerk', 'facilitator', 'officer', 'administrator')
