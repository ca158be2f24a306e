import { z } from 'zod'

/** Our pages run no code from strings, and the browser complains of whoever tries whether it may: so nobody tries. */
z.config({ jitless: true })
