import { existsSync } from 'node:fs'
import { loadEnvFile } from 'node:process'

/** Imported before anything that reads the environment. What is set there already wins over the file. */
if (existsSync('.env')) loadEnvFile('.env')
