/** To be imported first: the environment is read once, by whatever is imported next. */
process.env.EMISSARY_PSEUDO = '1'
