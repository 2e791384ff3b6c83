process.env.PAYLOAD_SECRET??='x'.repeat(40)
import { visitor, closeBrowser } from './src/testing/browser.ts'
const url='http://localhost:3400', out='/tmp/shots/'
import { mkdirSync } from 'node:fs'; mkdirSync(out,{recursive:true})
const which=process.argv[2]
const lang=process.argv[3]??'en'
const width=Number(process.argv[4]??1280)
const v=await visitor({viewport:{width,height:900},locale:lang})
const p=v.page
const shot=async(n:string,path:string,prep?:()=>Promise<void>)=>{await p.goto(url+path,{waitUntil:'networkidle'});if(prep)await prep();await p.waitForTimeout(400);await p.screenshot({path:`${out}${n}-${lang}-${width}.png`,fullPage:true});console.log(n,await p.evaluate(()=>document.documentElement.scrollWidth))}
if(which==='site'){
 await shot('subscribe',`/${lang}/subscribe`,async()=>{await p.locator('details').first().evaluate((d:any)=>{for(const x of document.querySelectorAll('main details'))(x as any).open=true})})
 await shot('embed',`/${lang}/subscribe/embed`)
 await p.goto(url+`/${lang}/events`); const href=await p.locator('main a[href*="/events/"]').first().getAttribute('href')
 await shot('event',href!)
 const f=await p.locator('a[href*="/follow?"]').first().getAttribute('href'); await shot('follow',f!)
}
if(which==='admin'){
 await p.goto(url+'/admin/login'); await p.fill('#field-email',process.argv[5]); await p.fill('#field-password',process.argv[6]); await p.click('button[type=submit]'); await p.waitForURL(/admin(?!\/login)/)
 for(const n of (process.argv[7]??'audience,audience/people,audience/imports,audience/suppressions,audience/proof,audience/retention,audience/looks,collections/segments/create').split(',')) await shot('admin-'+n.replaceAll('/','_'),'/admin/'+n)
}
if(which==='path'){ await shot(process.argv[5]!,process.argv[6]!) }
await closeBrowser(); process.exit(0)
