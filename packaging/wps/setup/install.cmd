@echo off
cscript //nologo //E:JScript "%~dp0setup\setup.js" install "%~dp0."
pause
