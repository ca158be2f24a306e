import { parentPort, workerData } from 'node:worker_threads'
import { drawMap, type DrawInput } from './drawing.ts'

parentPort?.postMessage(drawMap(workerData as DrawInput)) // given by `beside.ts`
