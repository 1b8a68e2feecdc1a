@echo off
rem Checks a folder of plans for somebody who does not use a command prompt.
rem The folder is asked for, not dropped on this file: a name with & in it would then be run as a command.
setlocal
title Mustdo
echo Drag the folder with your plans into this window, then press Enter.
echo Press Enter alone to see a sample.
set "plans="
set /p "plans="
if not defined plans set "plans=%~dp0samples\getting-started"
set "plans=%plans:"=%"
echo.
"%~dp0program\node.exe" "%~dp0program\mustdo.mjs" check -- "%plans%"
echo.
pause
