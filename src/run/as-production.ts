/**
 * Who runs the product runs it for others: React and Lexical bring a second, larger build for their own developers, which
 * is what they take when nothing is said. First of all imports, since they look when they are loaded.
 */
if (!process.env.NODE_ENV) Object.assign(process.env, { NODE_ENV: 'production' })
