@echo off
cscript //nologo //E:JScript "%~dp0setup\setup.js" uninstall "%~dp0."
pause
